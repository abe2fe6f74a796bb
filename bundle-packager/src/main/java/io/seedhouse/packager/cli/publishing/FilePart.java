package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A part of a local file as the body of a call. What fails here is not the connection. */
final class FilePart extends InputStream {
    private final Path file;
    private final LongConsumer progress;
    private final long end;
    private long at;
    private @Nullable FileChannel channel;

    /** The local file cannot be read; no further attempt would help. */
    private static final class Unreadable extends IOException {
        Unreadable(String sentence, @Nullable IOException cause) {
            super(sentence, cause);
        }
    }

    private FilePart(Path file, long from, long count, LongConsumer progress) {
        this.file = file;
        this.at = from;
        this.end = from + count;
        this.progress = progress;
    }

    /**
     * @param progress told the position in the file after each read
     */
    static InputStream open(Path file, long from, long count, LongConsumer progress) {
        return new FilePart(file, from, count, progress);
    }

    /** The fault of the local file that ended a call; null when there was none. */
    static @Nullable IOException fault(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Unreadable unreadable) {
                return unreadable;
            }
        }
        return null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (at == end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - at);
        int count = read(ByteBuffer.wrap(into, offset, wanted));
        if (count < 0) {
            throw new Unreadable(file + " became shorter while it was uploaded", null);
        }
        at += count;
        progress.accept(at);
        return count;
    }

    private int read(ByteBuffer into) throws IOException {
        try {
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.READ);
            }
            return channel.read(into, at);
        } catch (IOException e) {
            throw new Unreadable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
