package io.seedhouse.tracker.api;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** What web seeds have given, and so what peers have. */
public interface Deliveries {

    /** Of a bundle's torrent, since the server started; empty when it is not admitted. */
    Optional<Delivered> of(UUID bundleId);

    /**
     * One torrent's deliveries since the server started.
     *
     * @param bytes that the web seed sent
     * @param completed downloads that finished in the meantime
     * @param torrentBytes that each of those needed
     */
    record Delivered(long bytes, long completed, long torrentBytes) {

        /**
         * The share of bytes that came from peers, from 0 to 1: of what the completed downloads
         * needed, whatever the web seed did not send. All it sent is counted against them, also to
         * those who have not finished, only looked into the film or took the free files. So it is
         * the least that peers gave, as long as clients report their completions truly and fetched
         * everything here. Empty before the first completion.
         */
        public OptionalDouble shareOfPeers() {
            double needed = (double) completed * torrentBytes;
            return needed <= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(0, 1 - bytes / needed));
        }
    }
}
