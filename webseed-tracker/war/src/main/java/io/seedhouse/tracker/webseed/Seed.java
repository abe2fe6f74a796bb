package io.seedhouse.tracker.webseed;

import java.nio.file.Path;
import java.time.Instant;

/** Something a web seed can send. */
sealed interface Seed {
    /** In bytes. */
    long size();

    String mediaType();

    /**
     * A file of a torrent.
     *
     * @param path inside the bundle's folder, links resolved
     */
    record StoredFile(Path path, long size, Instant modified) implements Seed {
        @Override
        public String mediaType() {
            return MediaType.of(path.getFileName().toString());
        }
    }

    /** The zero bytes between two files (BEP 47), which lie on no disk. */
    record Pad(long size) implements Seed {
        @Override
        public String mediaType() {
            return MediaType.UNKNOWN;
        }
    }
}
