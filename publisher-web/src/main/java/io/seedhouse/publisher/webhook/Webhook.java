package io.seedhouse.publisher.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a publisher's program wants to be told of events. */
@Entity
@Table(name = "publisher_webhook")
public class Webhook {
    /** How long a secret goes on signing beside the one that replaced it. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** Nothing delivered for so long, and it is switched off. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    /** Why nothing is sent any more. */
    public enum Off {
        /** It answered 410: nobody wants this any more. */
        GONE,
        /** It failed for {@link #PATIENCE}. */
        FAILING
    }

    @Id private UUID id;

    @Column(name = "publisher_id")
    private UUID publisherId;

    private String url;
    private String events;
    private int generation = 1;
    private Instant renewed;
    private Instant created;
    private Instant tried;
    private Instant delivered;
    private Instant failing;
    private Instant off;

    @Column(name = "off_reason")
    @Enumerated(EnumType.STRING)
    private Off offReason;

    protected Webhook() {}

    Webhook(UUID publisherId, String url, Collection<String> events, Instant now) {
        this.id = UUID.randomUUID();
        this.publisherId = publisherId;
        this.url = url;
        this.events = String.join(",", events);
        this.created = now;
        this.tried = now;
    }

    /** A new secret; the one before signs as well for {@link #OVERLAP}, older ones no more. */
    void renew(Instant now) {
        generation++;
        renewed = now;
    }

    /** Of the secrets that sign now, the newest first. */
    public List<Integer> generations(Instant now) {
        Instant end = oldSignsUntil();
        int signing = end != null && end.isAfter(now) ? 2 : 1;
        return IntStream.range(0, signing).mapToObj(older -> generation - older).toList();
    }

    /** A delivery was taken. */
    public void works(Instant now) {
        delivered = now;
        failing = null;
    }

    /**
     * A delivery was not taken.
     *
     * @param sent when it was sent
     * @return whether that has gone on for too long
     */
    public boolean fails(Instant sent, Instant now) {
        failing = failing == null ? sent : failing;
        return !failing.plus(PATIENCE).isAfter(now);
    }

    public void switchOff(Off reason, Instant now) {
        off = now;
        offReason = reason;
    }

    void switchOn() {
        off = null;
        offReason = null;
        failing = null;
    }

    public UUID id() {
        return id;
    }

    public UUID publisherId() {
        return publisherId;
    }

    public String url() {
        return url;
    }

    public List<String> events() {
        return List.of(events.split(","));
    }

    public boolean wants(String type) {
        return events().contains(type);
    }

    int generation() {
        return generation;
    }

    public Instant created() {
        return created;
    }

    /** When the secret before ends, or ended; null when there was none. */
    public @Nullable Instant oldSignsUntil() {
        return renewed == null ? null : renewed.plus(OVERLAP);
    }

    /** The last time that something was taken. */
    public @Nullable Instant delivered() {
        return delivered;
    }

    /** Since when nothing was taken; null while all is well. */
    public @Nullable Instant failing() {
        return failing;
    }

    /** Since when it is switched off; null while it is on. */
    public @Nullable Instant off() {
        return off;
    }

    public @Nullable Off offReason() {
        return offReason;
    }
}
