package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.encryption.AgeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Decrypts one file into another on all cores, in units of 1 MiB and with two buffers of that size
 * for each.
 *
 * <p>What the output holds already is compared with the decryption and written only where it
 * differs. So nothing in it is trusted, and it does not matter whose it was.
 */
final class PlainUnits {
    private static final int UNIT = 1 << 20;
    private static final int MOST_WORKERS = 16;

    private final AgeFile file;
    private final FileChannel out;
    private final long found;
    private final int workers;
    private final BlockingQueue<byte[]> buffers;

    PlainUnits(AgeFile file, FileChannel out) throws IOException {
        this.file = file;
        this.out = out;
        this.found = out.size();
        int cores = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        this.workers = (int) Math.clamp(count(), 1, cores);
        this.buffers = new ArrayBlockingQueue<>(2 * workers);
    }

    /**
     * Runs to the end or the first failure, which is that of the foremost unit that fails.
     *
     * @param progress told plain bytes done, on the calling thread
     * @return bytes written
     */
    long run(LongConsumer progress) throws IOException {
        while (buffers.remainingCapacity() > 0) {
            buffers.add(new byte[UNIT]);
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name("unlock-", 0).factory());
        try (threads) {
            try {
                return runOn(threads, progress);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            } catch (ExecutionException e) {
                throw failure(e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** Takes results in order, and keeps a unit waiting for each worker but never more. */
    private long runOn(ExecutorService threads, LongConsumer progress)
            throws InterruptedException, ExecutionException {
        Queue<Future<Long>> running = new ArrayDeque<>();
        long written = 0;
        long next = 0;
        for (long done = 0; done < count(); done++) {
            for (; next < count() && running.size() < 2 * workers; next++) {
                long from = next * UNIT;
                running.add(threads.submit(() -> unit(from)));
            }
            written += running.remove().get();
            progress.accept(length(done * UNIT));
        }
        return written;
    }

    private long unit(long from) throws IOException, InterruptedException {
        byte[] clear = buffers.take();
        byte[] other = buffers.take();
        try {
            int length = length(from);
            file.read(from, clear, 0, length);
            if (holds(from, clear, length, other)) {
                return 0;
            }
            write(ByteBuffer.wrap(clear, 0, length), from);
            return length;
        } finally {
            buffers.add(clear);
            buffers.add(other);
        }
    }

    private boolean holds(long from, byte[] clear, int length, byte[] other) throws IOException {
        if (from + length > found) {
            return false;
        }
        ByteBuffer there = ByteBuffer.wrap(other, 0, length);
        while (there.hasRemaining() && out.read(there, from + there.position()) >= 0) {}
        return Arrays.equals(clear, 0, length, other, 0, there.position());
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            position += out.write(bytes, position);
        }
    }

    private long count() {
        return Math.ceilDiv(file.clearLength(), (long) UNIT);
    }

    private int length(long from) {
        return (int) Math.min(UNIT, file.clearLength() - from);
    }

    private static IOException failure(ExecutionException wrapper) {
        return switch (wrapper.getCause()) {
            case IOException io -> io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case null, default -> new IOException(wrapper);
        };
    }
}
