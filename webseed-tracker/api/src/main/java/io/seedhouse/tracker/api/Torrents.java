package io.seedhouse.tracker.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The torrents this tracker answers for and its web seed serves; all others are refused. */
public interface Torrents {
    /** Characters a reason may have: what a client's status line still shows. */
    int LONGEST_REASON = 200;

    /**
     * Admits a torrent at once, with no restart, a retired one too; admitting it again changes
     * nothing.
     */
    void admit(Torrent torrent);

    /**
     * Stops announcing and serving a bundle's torrent, within a second of the caller's commit.
     * Whoever asks for it is told why, until it is admitted again. Unknown bundles are ignored; a
     * retired one gets the new reason.
     *
     * @param reason one sentence, shown to strangers by their clients: 1 to {@link #LONGEST_REASON}
     *     characters, none of them a control character
     * @throws IllegalArgumentException when the reason is out of those bounds
     */
    void retire(UUID bundleId, String reason);

    /**
     * Keeps back what a bundle sells, all that lies below {@code locked/}, until a moment: the web
     * seed answers requests for it with 503 and the time to come back. Holds from the caller's
     * commit on, whatever becomes of the torrent meanwhile; unknown bundles are ignored.
     *
     * @param moment null for no longer
     */
    void lockUntil(UUID bundleId, @Nullable Instant moment);

    /** The swarm of a bundle's torrent; empty when it is not admitted. */
    Optional<Swarm> swarm(UUID bundleId);

    /**
     * A swarm in numbers.
     *
     * @param seeders peers that have everything
     * @param leechers peers that still fetch
     * @param completed downloads ever finished
     */
    record Swarm(long seeders, long leechers, long completed) {}
}
