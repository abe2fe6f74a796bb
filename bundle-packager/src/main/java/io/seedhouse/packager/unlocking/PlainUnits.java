package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.cores.AllCores;
import io.seedhouse.packager.encryption.AgeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Decrypts one file into another on all cores, in units of 1 MiB and with two buffers of that size
 * for each core.
 *
 * <p>What the output holds already is compared with the decryption and written only where it
 * differs. So nothing in it is trusted; but nobody else may be able to write it meanwhile.
 */
final class PlainUnits {
    private static final int UNIT = 1 << 20;

    private final AgeFile file;
    private final FileChannel out;
    private final long found;
    private final AtomicLong written = new AtomicLong();

    PlainUnits(AgeFile file, FileChannel out) throws IOException {
        this.file = file;
        this.out = out;
        this.found = out.size();
    }

    /**
     * Runs to the end or the first failure, which is that of the foremost unit that fails.
     *
     * @param progress told plain bytes done, on the calling thread
     * @return bytes written
     */
    long run(LongConsumer progress) throws IOException {
        onAllCores(Worker::complete, progress);
        return written.get();
    }

    /**
     * Authenticates all of the encrypted file and writes nothing.
     *
     * @param target names the output
     * @param progress as for {@link #run}
     * @throws FileAlreadyExistsException when the output holds anything else
     */
    void compare(Path target, LongConsumer progress) throws IOException {
        onAllCores((worker, unit) -> worker.compare(unit, target), progress);
    }

    private void onAllCores(AllCores.Task<Worker> task, LongConsumer progress) throws IOException {
        long count = Math.ceilDiv(file.clearLength(), (long) UNIT);
        new AllCores<>("unlock", count, task).run(Worker::new, progress);
    }

    /** What one thread needs. */
    private final class Worker {
        private final byte[] clear = new byte[UNIT];
        private final byte[] there = new byte[UNIT];

        long complete(long unit) throws IOException {
            int length = decrypt(unit);
            if (!isThere(unit * UNIT, length)) {
                write(unit * UNIT, length);
            }
            return length;
        }

        long compare(long unit, Path target) throws IOException {
            int length = decrypt(unit);
            if (!isThere(unit * UNIT, length)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            return length;
        }

        private int decrypt(long unit) throws IOException {
            return file.read(unit * UNIT, clear, 0, UNIT);
        }

        private boolean isThere(long from, int length) throws IOException {
            if (from + length > found) {
                return false;
            }
            ByteBuffer buffer = ByteBuffer.wrap(there, 0, length);
            while (buffer.hasRemaining() && out.read(buffer, from + buffer.position()) >= 0) {}
            return Arrays.equals(clear, 0, length, there, 0, buffer.position());
        }

        private void write(long from, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(clear, 0, length);
            while (buffer.hasRemaining()) {
                out.write(buffer, from + buffer.position());
            }
            written.addAndGet(length);
        }
    }
}
