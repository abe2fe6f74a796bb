package io.seedhouse.publisher.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Files that are published as one torrent, with what their publisher says about them. */
@Entity
@Table(name = "publisher_bundle")
public class Bundle {
    @Id private UUID id;

    @Column(name = "publisher_id")
    private UUID publisherId;

    @Column(name = "creation_key")
    private String creationKey;

    @Column(name = "version_of")
    private UUID versionOf;

    @Enumerated(EnumType.STRING)
    @Column(name = "version_keys")
    private VersionKeys versionKeys;

    private String slug;
    private String title;
    private String synopsis;

    @Enumerated(EnumType.STRING)
    private Category category;

    private String credits = "";
    private String languages = "";
    private int revision;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    @Enumerated(EnumType.STRING)
    private Format format = Format.HYBRID;

    private String problem;

    @Column(name = "execution_id")
    private Long executionId;

    @Column(name = "infohash_v1")
    private String infohashV1;

    @Column(name = "infohash_v2")
    private String infohashV2;

    private String magnet;
    private Instant teaser;
    private Instant preload;
    private Instant premiere;
    private Instant extras;
    private boolean planned;
    private Instant created;
    private Instant published;
    private Instant withdrawn;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    protected Bundle() {}

    Bundle(UUID publisherId, @Nullable String creationKey, String slug, Texts texts) {
        this.id = UUID.randomUUID();
        this.creationKey = creationKey;
        this.publisherId = publisherId;
        this.slug = slug;
        this.created = now();
        edit(texts);
    }

    /**
     * A draft that is to take the place of this one, with the same words, and that opens nothing
     * before this one would.
     */
    Bundle next(String nextSlug, VersionKeys keys, Instant now) {
        Bundle next = new Bundle(publisherId, null, nextSlug, texts());
        next.versionOf = id;
        next.versionKeys = keys;
        Windows toCome = windows().toCome(now);
        next.set(toCome);
        next.planned = !toCome.equals(Windows.NONE);
        return next;
    }

    /** Databases keep microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    void edit(Texts texts) {
        this.title = texts.title();
        this.synopsis = texts.synopsis();
        this.category = texts.category();
        this.credits = texts.credits();
        this.languages = texts.languages().column();
        this.revision++;
    }

    /** What its publisher writes about it. */
    public Texts texts() {
        return new Texts(title, synopsis, category, credits, Languages.of(languages));
    }

    /** Grows with every change of the texts, from 1 on. */
    public int revision() {
        return revision;
    }

    public List<Credit> credits() {
        return Credit.of(credits);
    }

    public Languages languages() {
        return Languages.of(languages);
    }

    /** Draft to sealing. */
    public void startSealing(Format torrent) {
        require(Status.DRAFT);
        status = Status.SEALING;
        format = torrent;
        problem = null;
        executionId = null;
    }

    /** Remembers which batch execution seals it, so that it can be restarted. */
    public void sealedBy(long execution) {
        executionId = execution;
    }

    /** Sealing to sealed: the torrent stands. */
    public void seal(String v1, @Nullable String v2, String magnetLink) {
        require(Status.SEALING);
        status = Status.SEALED;
        infohashV1 = v1;
        infohashV2 = v2;
        magnet = magnetLink;
    }

    /**
     * Sealing back to draft.
     *
     * @param reason a sentence for the publisher
     */
    public void failSealing(String reason) {
        require(Status.SEALING);
        status = Status.DRAFT;
        problem = reason;
    }

    void publish(Windows windows) {
        requireSealed();
        status = Status.PUBLISHED;
        published = published == null ? now() : published;
        withdrawn = null;
        withdrawalReason = null;
        problem = null;
        set(windows);
    }

    /** Changes its windows, in whatever state it is. */
    void plan(Windows windows) {
        set(windows);
        planned = true;
    }

    private void set(Windows windows) {
        teaser = windows.teaser();
        preload = windows.preload();
        premiere = windows.premiere();
        extras = windows.extras();
    }

    /**
     * Its teaser has come and it could not be published.
     *
     * @param reason a sentence for the publisher
     */
    void missTeaser(String reason) {
        problem = reason;
    }

    /** A withdrawn one only gets the new reason. */
    void withdraw(String reason) {
        requireSealed();
        withdrawn = withdrawn == null ? now() : withdrawn;
        withdrawalReason = reason;
        status = Status.WITHDRAWN;
    }

    private void requireSealed() {
        if (!status.isSealed()) {
            throw new IllegalStateException("bundle " + id + " is " + status + ", not sealed");
        }
    }

    private void require(Status expected) {
        if (status != expected) {
            throw new IllegalStateException("bundle " + id + " is " + status + ", not " + expected);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID publisherId() {
        return publisherId;
    }

    /** The bundle whose place it takes; null for most. */
    public @Nullable UUID versionOf() {
        return versionOf;
    }

    /** Under which keys its unchanged files are sealed; null for what is no version. */
    public @Nullable VersionKeys versionKeys() {
        return versionKeys;
    }

    /** When its parts open. */
    public Windows windows() {
        return new Windows(teaser, preload, premiere, extras);
    }

    /** Whether publishing leaves a premiere that it does not name as it is. */
    boolean isPlanned() {
        return planned;
    }

    /** Last part of its page's address and the name of its torrent; never changes. */
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String synopsis() {
        return synopsis;
    }

    public Category category() {
        return category;
    }

    public Status status() {
        return status;
    }

    /** The kind of torrent it becomes or has become. */
    public Format format() {
        return format;
    }

    /** Why the last sealing failed, or its teaser was missed; null when neither was. */
    public @Nullable String problem() {
        return problem;
    }

    public @Nullable Long executionId() {
        return executionId;
    }

    /** 40 hexadecimal digits from sealing on. */
    public @Nullable String infohashV1() {
        return infohashV1;
    }

    /** 64 hexadecimal digits from sealing on; null for ever in the format v1. */
    public @Nullable String infohashV2() {
        return infohashV2;
    }

    public @Nullable String magnet() {
        return magnet;
    }

    /** Keyrings open then; null for at once. */
    public @Nullable Instant premiere() {
        return premiere;
    }

    public Instant created() {
        return created;
    }

    /** When it was published first. */
    public @Nullable Instant published() {
        return published;
    }

    /** When and why it was taken back; null while it is not. */
    public @Nullable Withdrawal withdrawal() {
        return withdrawn == null ? null : new Withdrawal(withdrawalReason, withdrawn);
    }
}
