package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A torrent as it lasts, admitted or retired; one for each bundle. */
@Entity
@Table(name = "tracker_torrent")
class TorrentRow {
    @Id
    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "infohash_v1")
    private String infohashV1;

    @Column(name = "infohash_v2")
    private @Nullable String infohashV2;

    @Column(name = "name")
    private String name;

    @Column(name = "completed")
    private long completed;

    @Column(name = "admitted_at")
    private OffsetDateTime admittedAt;

    @Column(name = "retired_at")
    private @Nullable OffsetDateTime retiredAt;

    @Column(name = "retired_reason")
    private @Nullable String retiredReason;

    @Column(name = "locked_until")
    private @Nullable OffsetDateTime lockedUntil;

    protected TorrentRow() {}

    TorrentRow(Torrent torrent) {
        this.bundleId = torrent.bundleId();
        become(torrent);
    }

    /** Takes over another torrent; nobody has completed that one yet. */
    final void become(Torrent torrent) {
        infohashV1 = torrent.v1().hex();
        infohashV2 = torrent.v2() == null ? null : torrent.v2().hex();
        name = torrent.name();
        completed = 0;
        admittedAt = OffsetDateTime.now(ZoneOffset.UTC);
        admitAgain();
    }

    /** Is served again, when it was not; its downloads still count. */
    final void admitAgain() {
        retiredAt = null;
        retiredReason = null;
    }

    /**
     * Is served no longer.
     *
     * @param finished downloads known in memory, which the row may not have heard of yet
     */
    void retire(String reason, long finished) {
        completed = Math.max(completed, finished);
        retiredAt = OffsetDateTime.now(ZoneOffset.UTC);
        retiredReason = reason;
    }

    /**
     * Keeps back what is sold.
     *
     * @param moment null for no longer
     */
    void lockUntil(@Nullable Instant moment) {
        lockedUntil = moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    @Nullable Instant lockedUntil() {
        return lockedUntil == null ? null : lockedUntil.toInstant();
    }

    /** Why it is served no longer; null while it is. */
    @Nullable String retiredReason() {
        return retiredReason;
    }

    Torrent torrent() {
        Infohash v2 = infohashV2 == null ? null : new Infohash(infohashV2);
        return new Torrent(bundleId, new Infohash(infohashV1), v2, name);
    }

    long completed() {
        return completed;
    }
}
