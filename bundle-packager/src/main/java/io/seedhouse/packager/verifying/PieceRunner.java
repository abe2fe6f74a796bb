package io.seedhouse.packager.verifying;

import io.seedhouse.packager.cores.AllCores;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    PieceRunner(int pieces, int pieceLength) {
        this.pieces = pieces;
        this.perRun = Math.max(1, RUN / pieceLength);
    }

    /**
     * @param factory makes a worker
     * @param progress told the bytes newly done, on the calling thread
     * @throws java.nio.channels.ClosedByInterruptException when interrupted
     */
    void run(Supplier<Worker> factory, LongConsumer progress) throws IOException {
        List<Worker> made = new ArrayList<>();
        Supplier<Worker> remembered =
                () -> {
                    made.add(factory.get());
                    return made.getLast();
                };
        long runs = Math.ceilDiv(pieces, perRun);
        try {
            new AllCores<Worker>("verify", runs, this::run).run(remembered, progress);
        } finally {
            for (Worker worker : made) {
                worker.close();
            }
        }
    }

    private long run(Worker worker, long number) throws IOException {
        int first = (int) number * perRun;
        return worker.run(first, Math.min(first + perRun, pieces));
    }
}
