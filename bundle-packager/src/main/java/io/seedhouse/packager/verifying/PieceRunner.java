package io.seedhouse.packager.verifying;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Runs over all pieces of a torrent on all cores, a run of neighbouring pieces at a time, with one
 * worker per core. Ends early when the calling thread is interrupted.
 */
final class PieceRunner {
    private static final int RUN = 4 << 20;

    /** Does the work of one thread; holds its buffers and open files. */
    interface Worker extends Closeable {
        /**
         * Handles the pieces from {@code first} up to, without, {@code end}.
         *
         * @return bytes of files done with
         */
        long run(int first, int end) throws IOException;
    }

    private final int pieces;
    private final int perRun;
    private final int workers;

    PieceRunner(int pieces, int pieceLength) {
        this.pieces = pieces;
        this.perRun = Math.max(1, RUN / pieceLength);
        this.workers = Math.clamp(runs(), 1, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param factory makes a worker
     * @param progress told the bytes newly done, on the calling thread
     * @throws ClosedByInterruptException when interrupted
     */
    void run(Supplier<Worker> factory, LongConsumer progress) throws IOException {
        List<Worker> made = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            made.add(factory.get());
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name("verify-", 0).factory());
        try (threads) {
            runOn(threads, new ArrayBlockingQueue<>(workers, false, made), progress);
        } finally {
            for (Worker worker : made) {
                worker.close();
            }
        }
    }

    private void runOn(ExecutorService threads, BlockingQueue<Worker> idle, LongConsumer progress)
            throws IOException {
        try {
            collect(new ExecutorCompletionService<>(threads), idle, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Keeps a run waiting for each worker, and never more: nothing piles up. */
    private void collect(
            CompletionService<Long> service, BlockingQueue<Worker> idle, LongConsumer progress)
            throws InterruptedException, ExecutionException {
        int next = 0;
        for (int done = 0; done < runs(); done++) {
            for (; next < runs() && next < done + 2 * workers; next++) {
                int first = next * perRun;
                var unused = service.submit(() -> run(first, idle));
            }
            progress.accept(service.take().get());
        }
    }

    private long run(int first, BlockingQueue<Worker> idle)
            throws IOException, InterruptedException {
        Worker worker = idle.take();
        try {
            return worker.run(first, Math.min(first + perRun, pieces));
        } finally {
            idle.add(worker);
        }
    }

    private int runs() {
        return Math.ceilDiv(pieces, perRun);
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
