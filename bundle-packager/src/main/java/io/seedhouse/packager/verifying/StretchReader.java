package io.seedhouse.packager.verifying;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads stretches of files, and keeps the last file open for the next. For one thread. */
final class StretchReader implements Closeable {
    private @Nullable Path path;
    private @Nullable FileChannel channel;

    void read(Path file, long from, byte[] into, int count) throws IOException {
        FileChannel open = open(file);
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, count);
        while (buffer.hasRemaining()) {
            if (open.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
    }

    private FileChannel open(Path file) throws IOException {
        if (channel != null && channel.isOpen() && file.equals(path)) {
            return channel;
        }
        close();
        FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
        path = file;
        channel = opened;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
