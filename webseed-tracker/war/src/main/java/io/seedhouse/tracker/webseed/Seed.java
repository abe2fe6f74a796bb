package io.seedhouse.tracker.webseed;

import java.nio.file.Path;
import java.time.Instant;

/** Something a web seed can send. */
sealed interface Seed {
    /** In bytes. */
    long size();

    String mediaType();

    /** What tells one state of it from another. */
    Validators validators();

    /**
     * A file of a torrent.
     *
     * @param path inside the bundle's folder, links resolved
     * @param sold whether it is of the part that may be kept back
     */
    record StoredFile(Path path, boolean sold, long size, Validators validators) implements Seed {
        StoredFile(Path path, boolean sold, long size, Instant modified) {
            this(path, sold, size, Validators.of(size, modified));
        }

        @Override
        public String mediaType() {
            return MediaType.of(path.getFileName().toString());
        }
    }

    /** The zero bytes between two files (BEP 47), which lie on no disk. */
    record Pad(long size) implements Seed {
        @Override
        public Validators validators() {
            return Validators.ofPad(size);
        }

        @Override
        public String mediaType() {
            return MediaType.UNKNOWN;
        }
    }
}
