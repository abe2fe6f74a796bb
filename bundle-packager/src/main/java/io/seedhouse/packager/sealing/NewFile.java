package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A new file. The operating system lets one write at a time into a file and has the others spin, so
 * a thread that finds one at work had better hash first.
 */
record NewFile(FileChannel file, AtomicBoolean busy) implements Output {
    NewFile(FileChannel file) {
        this(file, new AtomicBoolean());
    }

    @Override
    public void write(byte[] data, int offset, int length, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(data, offset, length);
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    @Override
    public boolean writeNow(byte[] data, int offset, int length, long position) throws IOException {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            write(data, offset, length, position);
            return true;
        } finally {
            busy.set(false);
        }
    }
}
