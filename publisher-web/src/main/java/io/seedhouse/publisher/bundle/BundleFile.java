package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.again;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.PaidFile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A file of a bundle, from the moment its upload begins. */
@Entity
@Table(name = "publisher_file")
public class BundleFile {
    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Access access;

    @Column(name = "source_id")
    private UUID sourceId;

    private long length;
    private boolean extra;
    private boolean examined;
    private String problem;
    private String digest;

    @Column(name = "digest_compared")
    private boolean digestCompared;

    private Instant created;

    protected BundleFile() {}

    /**
     * @param length bytes of the whole file
     */
    public BundleFile(UUID bundleId, String name, Access access, long length) {
        this(UUID.randomUUID(), bundleId, name, access, length);
    }

    /** A file whose id was settled before it came. */
    public BundleFile(UUID id, UUID bundleId, String name, Access access, long length) {
        this.id = id;
        this.bundleId = bundleId;
        this.name = name;
        this.nameKey = key(name);
        this.access = access;
        this.length = length;
        this.created = Instant.now();
    }

    /**
     * The same file in a new version of its bundle. It is made of this one when the version is
     * sealed, so it need not be uploaded; a sold one is sealed anew then, or kept as it is.
     */
    BundleFile next(UUID version, VersionKeys keys) {
        Access sold = keys == VersionKeys.KEPT ? Access.KEPT : Access.RESEALED;
        Access next = access == Access.FREE ? Access.FREE : sold;
        BundleFile copy = new BundleFile(version, name, next, length);
        copy.sourceId = id;
        copy.extra = extra;
        return copy;
    }

    /** Whether its key opens with the extras and not with the premiere. */
    public boolean extra() {
        return extra;
    }

    void markExtra(boolean opensLater) {
        extra = opensLater;
    }

    /** When its key opens; null for at once. */
    @Nullable Instant opens(Windows windows) {
        return extra ? windows.extrasOpen() : windows.premiere();
    }

    /** The file of an earlier version that it is made of; null for one that is uploaded. */
    public @Nullable UUID sourceId() {
        return sourceId;
    }

    /** Equal for names that differ only in case or in the form of their accents. */
    public static String key(String name) {
        String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Another attempt at a file that was refused, perhaps of another length. */
    public void startAgain(long newLength) {
        length = newLength;
        examined = false;
        problem = null;
        digest = null;
        digestCompared = false;
    }

    /**
     * Its sender says what the whole file is.
     *
     * @param sha256 64 hexadecimal digits
     */
    public void claimDigest(String sha256) {
        if (!sha256.equals(digest)) {
            digest = sha256;
            digestCompared = false;
        }
    }

    /**
     * What arrived was held against what the sender said.
     *
     * @param fault for the publisher; null when they are the same
     */
    public void digestCompared(@Nullable String fault) {
        digestCompared = true;
        problem = fault == null ? problem : fault;
    }

    /** SHA-256 that the sender says it has; null while nothing was said. */
    public @Nullable String digest() {
        return digest;
    }

    public boolean isDigestCompared() {
        return digestCompared;
    }

    /**
     * A sealed file was tried.
     *
     * @param fault a sentence for the publisher; null when it opens
     */
    public void examined(@Nullable String fault) {
        examined = true;
        problem = fault;
    }

    /**
     * Sold instead of free, or the other way round.
     *
     * @throws IllegalStateException when it came sealed or is made of another
     */
    public void share(Access other) {
        if (!isShareable() || (other != Access.FREE && other != Access.PAID)) {
            throw new IllegalStateException(access + " cannot become " + other);
        }
        access = other;
    }

    /** Whether it may still become free or sold. */
    public boolean isShareable() {
        return sourceId == null && (access == Access.FREE || access == Access.PAID);
    }

    /** Whether nothing stands in the way of sealing the bundle, once every byte has arrived. */
    public boolean isSound() {
        return problem == null
                && (access != Access.SEALED || examined)
                && (digest == null || digestCompared);
    }

    /** Whether {@link #examined} has been called since it came. */
    public boolean isExamined() {
        return examined;
    }

    /** Why it was refused, as a sentence or as the key of one; null while it was not. */
    public @Nullable String problem() {
        return problem;
    }

    /** The same in the reader's language. */
    public @Nullable String problemInWords() {
        return problem == null ? null : again("recipient.file", say(problem));
    }

    /** Also the id of its upload. */
    public UUID id() {
        return id;
    }

    public UUID bundleId() {
        return bundleId;
    }

    /** As uploaded; a plain file name. That of a sealed file is without its {@code .age}. */
    public String name() {
        return name;
    }

    public Access access() {
        return access;
    }

    /** Bytes as uploaded, now or for an earlier version: of a sealed file its ciphertext's. */
    public long length() {
        return length;
    }

    public Instant created() {
        return created;
    }

    /** Where it lies below the torrent's own folder once sealed. */
    public String path() {
        return access.folder() + "/" + name + (access.isSold() ? ".age" : "");
    }

    /** As the paygate names it. */
    public PaidFile paid() {
        return new PaidFile(id, name);
    }
}
