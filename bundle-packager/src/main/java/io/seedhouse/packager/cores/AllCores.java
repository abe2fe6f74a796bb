package io.seedhouse.packager.cores;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Does the units of one work on all cores, on threads of its own that end with it. Units need
 * nothing of each other. They are begun in order, and so are their results taken; of several that
 * fail, the foremost one's failure is the one thrown.
 *
 * <p>A worker holds what a thread needs, such as buffers and open files. There is one a core,
 * however many units there are, and a unit has it to itself. A unit is best a few MiB of work: the
 * few microseconds of handing it over are then nothing.
 *
 * @param name leads the names of the threads
 * @param units how many there are, at least 0
 * @param task does one
 */
public record AllCores<W>(String name, long units, Task<W> task) {
    private static final int MOST_WORKERS = 64;

    /** Units begun or waiting for each worker, so that a slow one keeps nobody from working. */
    private static final int AHEAD = 4;

    /** Does a unit. */
    @FunctionalInterface
    public interface Task<W> {
        /**
         * @param number of the unit, from 0
         * @return what it adds to the progress
         */
        long run(W worker, long number) throws IOException;
    }

    /**
     * Does all units, or those before the first failure and a few more.
     *
     * @param workers makes a worker
     * @param progress told the result of each unit, on the calling thread
     * @throws IOException that of a unit
     * @throws ClosedByInterruptException when the calling thread is interrupted, which interrupts
     *     the units under way
     */
    public void run(Supplier<W> workers, LongConsumer progress) throws IOException {
        int cores = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        int count = (int) Math.clamp(units, 1, cores);
        BlockingQueue<W> idle = new ArrayBlockingQueue<>(count);
        while (idle.remainingCapacity() > 0) {
            idle.add(workers.get());
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name(name + "-", 0).factory())) {
            runOn(threads, idle, progress);
        }
    }

    private void runOn(ExecutorService threads, BlockingQueue<W> idle, LongConsumer progress)
            throws IOException {
        int most = AHEAD * idle.size();
        try {
            collect(threads, most, idle, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Never submits more than {@code most} units ahead: nothing piles up. */
    private void collect(
            ExecutorService threads, int most, BlockingQueue<W> idle, LongConsumer progress)
            throws InterruptedException, ExecutionException {
        Queue<Future<Long>> begun = new ArrayDeque<>();
        long next = 0;
        for (long done = 0; done < units; done++) {
            for (; next < units && begun.size() < most; next++) {
                long unit = next;
                begun.add(threads.submit(() -> unit(idle, unit)));
            }
            long result = begun.remove().get();
            if (Thread.interrupted()) { // which a result that is there already does not notice
                throw new InterruptedException();
            }
            progress.accept(result);
        }
    }

    private long unit(BlockingQueue<W> idle, long number) throws IOException, InterruptedException {
        W worker = idle.take();
        try {
            return task.run(worker, number);
        } finally {
            idle.add(worker);
        }
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
