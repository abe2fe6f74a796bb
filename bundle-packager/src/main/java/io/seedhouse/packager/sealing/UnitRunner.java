package io.seedhouse.packager.sealing;

import io.seedhouse.packager.hashing.FileHasher;
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

/** Produces and hashes the units of one file on all cores, with one buffer per core. */
final class UnitRunner {
    private static final int LEAST_UNIT = 4 << 20;
    private static final int MOST_WORKERS = 8;

    private final int pieceLength;
    private final int unitLength;
    private final Units units;
    private final FileHasher hasher;
    private final int workers;
    private final BlockingQueue<byte[]> buffers;

    UnitRunner(int pieceLength, Units units, FileHasher hasher) {
        this.pieceLength = pieceLength;
        this.unitLength = Math.max(pieceLength, LEAST_UNIT);
        this.units = units;
        this.hasher = hasher;
        int cores = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        this.workers = (int) Math.clamp(count(), 1, cores);
        this.buffers = new ArrayBlockingQueue<>(workers);
    }

    void run(LongConsumer progress) throws IOException {
        int size = (int) Math.min(unitLength, units.length()) + units.slack();
        for (int i = 0; i < workers; i++) {
            buffers.add(new byte[size]);
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
        byte[] buffer = buffers.take();
        try {
            long from = number * unitLength;
            long to = Math.min(from + unitLength, units.length());
            Units.Produced produced = units.produce(from, to, buffer);
            for (long at = from; at < to; at += pieceLength) {
                hasher.piece(
                        (int) (at / pieceLength), buffer, produced.offset() + (int) (at - from));
            }
            return produced.inputBytes();
        } finally {
            buffers.add(buffer);
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
