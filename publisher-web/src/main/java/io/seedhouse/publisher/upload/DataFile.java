package io.seedhouse.publisher.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** The bytes of one upload on disk. Its length is the upload's offset. */
final class DataFile {
    private static final int BUFFER = 128 * 1024;

    private final Path path;

    DataFile(Path path) {
        this.path = path;
    }

    /** How adding bytes ended; {@code offset} is the length then. */
    sealed interface Result {}

    record Ended(long offset) implements Result {}

    /** The sender went away. */
    record Broke(long offset) implements Result {}

    /** The sender had more than was announced. */
    record Overran(long offset) implements Result {}

    /** The disk did not take it. */
    record Refused(long offset) implements Result {}

    /** Makes it, empty, unless it exists. */
    void create() {
        try {
            Files.createDirectories(path.getParent());
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    /** When the last byte came. */
    Optional<Instant> touched() {
        try {
            return Optional.of(Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Adds what {@code in} gives, at most up to {@code length}, and syncs it to disk however it
     * ends.
     */
    Result append(long offset, long length, InputStream in) {
        try {
            create();
            try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
                Result result = new Transfer(in, out, length).run(offset);
                out.force(false);
                return result;
            }
        } catch (IOException | UncheckedIOException e) {
            return new Refused(offset);
        }
    }

    private record Transfer(InputStream in, FileChannel out, long length) {
        Result run(long offset) {
            byte[] buffer = new byte[BUFFER];
            long at = offset;
            while (at < length) {
                int count;
                try {
                    count = in.read(buffer, 0, (int) Math.min(BUFFER, length - at));
                } catch (IOException e) {
                    return new Broke(at);
                }
                if (count < 0) {
                    return new Ended(at);
                }
                try {
                    write(ByteBuffer.wrap(buffer, 0, count), at);
                } catch (IOException e) {
                    return new Refused(at);
                }
                at += count;
            }
            return overran() ? new Overran(at) : new Ended(at);
        }

        private void write(ByteBuffer bytes, long at) throws IOException {
            long position = at;
            while (bytes.hasRemaining()) {
                position += out.write(bytes, position);
            }
        }

        private boolean overran() {
            try {
                return in.read() >= 0;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
