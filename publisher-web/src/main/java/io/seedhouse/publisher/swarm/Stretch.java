package io.seedhouse.publisher.swarm;

import java.time.Instant;
import java.util.UUID;

/**
 * One bundle's swarm during a time.
 *
 * @param began in whole minutes
 * @param samples how often it was looked at
 * @param seeders peers with everything, summed over the looks
 * @param leechers peers that still fetched, likewise
 * @param completed downloads that finished
 * @param sent bytes that the web seed sent
 * @param needed bytes that the completed downloads needed
 */
record Stretch(
        UUID bundleId,
        Span span,
        Instant began,
        long samples,
        long seeders,
        long leechers,
        long completed,
        long sent,
        long needed) {

    Stretch plus(Stretch other) {
        return new Stretch(
                bundleId,
                span,
                began,
                samples + other.samples,
                seeders + other.seeders,
                leechers + other.leechers,
                completed + other.completed,
                sent + other.sent,
                needed + other.needed);
    }

    /** The same as part of a longer one. */
    Stretch within(Span coarser) {
        return new Stretch(
                bundleId,
                coarser,
                coarser.began(began),
                samples,
                seeders,
                leechers,
                completed,
                sent,
                needed);
    }
}
