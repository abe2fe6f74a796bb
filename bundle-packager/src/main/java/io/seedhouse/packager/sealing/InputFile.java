package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file being read at several places at once, which must not change meanwhile. */
final class InputFile {
    private final Path path;
    private final FileChannel channel;
    private final long length;

    InputFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    /** Fills the buffer. */
    void read(long position, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            int read = channel.read(into, position);
            if (read < 0) {
                throw changed();
            }
            position += read;
        }
    }

    void checkUnchanged() throws IOException {
        if (channel.size() != length) {
            throw changed();
        }
    }

    private IOException changed() {
        return new IOException(path + " changed while it was read; try again when it is complete");
    }
}
