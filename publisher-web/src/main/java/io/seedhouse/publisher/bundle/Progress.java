package io.seedhouse.publisher.bundle;

import org.jspecify.annotations.Nullable;

/**
 * How far a sealing is.
 *
 * @param doneBytes uploaded bytes worked through
 * @param totalBytes uploaded bytes altogether; twice that for a v1 torrent, which takes two passes
 * @param phase what it is at: {@code checking}, {@code encrypting} (and hashing), {@code seeding}
 *     (putting the content where it is served from), {@code admitting} (at the tracker); null while
 *     nothing is being sealed
 */
public record Progress(long doneBytes, long totalBytes, @Nullable String phase) {
    Progress(long doneBytes, long totalBytes) {
        this(doneBytes, totalBytes, null);
    }
}
