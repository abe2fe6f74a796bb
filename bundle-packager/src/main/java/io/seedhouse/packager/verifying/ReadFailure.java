package io.seedhouse.packager.verifying;

import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.util.Objects;

/** A file that was there could not be read to the end; says which. */
final class ReadFailure extends IOException {
    private final TorrentFile file;

    ReadFailure(TorrentFile file, IOException cause) {
        super(file.path() + ": " + cause.getMessage(), cause);
        this.file = file;
    }

    /** Why, without the file's name. */
    String reason() {
        return String.valueOf(Objects.requireNonNull(getCause()).getMessage());
    }

    TorrentFile file() {
        return file;
    }
}
