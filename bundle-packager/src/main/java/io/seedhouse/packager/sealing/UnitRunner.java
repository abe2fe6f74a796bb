package io.seedhouse.packager.sealing;

import io.seedhouse.packager.hashing.FileHasher;
import io.seedhouse.packager.hashing.PieceDigest;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/**
 * Produces and hashes the units of one file on all cores. Each core has buffers of its own, of a
 * few hundred kilobytes, whatever the length of the file and of its pieces.
 */
final class UnitRunner {
    private static final int LEAST_UNIT = 4 << 20;
    private static final int MOST_WORKERS = 64;

    private final int pieceLength;
    private final int unitLength;
    private final Units units;
    private final FileHasher hasher;
    private final int workers;
    private final BlockingQueue<Worker> idle;

    UnitRunner(int pieceLength, Units units, FileHasher hasher) {
        this.pieceLength = pieceLength;
        this.unitLength = Math.max(pieceLength, LEAST_UNIT);
        this.units = units;
        this.hasher = hasher;
        int cores = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        this.workers = Math.clamp(count(), 1, cores);
        this.idle = new ArrayBlockingQueue<>(workers);
    }

    void run(LongConsumer progress) throws IOException {
        for (int i = 0; i < workers; i++) {
            idle.add(new Worker());
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name("seal-", 0).factory());
        try (threads) {
            runOn(threads, progress);
        }
    }

    private void runOn(ExecutorService threads, LongConsumer progress) throws IOException {
        try {
            collect(new ExecutorCompletionService<>(threads), progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Keeps a unit waiting for each worker, and never more: nothing piles up. */
    private void collect(CompletionService<Long> service, LongConsumer progress)
            throws InterruptedException, ExecutionException {
        long count = count();
        long next = 0;
        for (long done = 0; done < count; done++) {
            for (; next < count && next < done + 2L * workers; next++) {
                long unit = next;
                var unused = service.submit(() -> unit(unit));
            }
            progress.accept(service.take().get());
        }
    }

    private long unit(long number) throws IOException, InterruptedException {
        Worker worker = idle.take();
        try {
            long from = number * unitLength;
            return worker.run(from, Math.min(from + unitLength, units.length()));
        } finally {
            idle.add(worker);
        }
    }

    /** What one thread needs. */
    private final class Worker {
        private final Units.Worker producer = units.worker();
        private final PieceDigest piece = new PieceDigest(pieceLength);
        private int index;

        long run(long from, long to) throws IOException {
            index = (int) (from / pieceLength);
            piece.reset();
            return producer.produce(from, to, this::hash);
        }

        private void hash(byte[] data, int offset, int length) {
            while (length > 0) {
                int size = hasher.pieceSize(index);
                int count = Math.min(length, size - piece.size());
                piece.update(data, offset, count);
                if (piece.size() == size) {
                    hasher.put(index++, piece);
                    piece.reset();
                }
                offset += count;
                length -= count;
            }
        }
    }

    private long count() {
        return Math.ceilDiv(units.length(), (long) unitLength);
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
