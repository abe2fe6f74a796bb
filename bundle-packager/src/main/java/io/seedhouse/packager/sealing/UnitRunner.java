package io.seedhouse.packager.sealing;

import io.seedhouse.packager.cores.AllCores;
import io.seedhouse.packager.hashing.FileHasher;
import io.seedhouse.packager.hashing.PieceDigest;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Produces and hashes the units of one file on all cores. Each core has buffers of its own, of a
 * few hundred kilobytes, whatever the length of the file and of its pieces.
 */
final class UnitRunner {
    private static final int LEAST_UNIT = 4 << 20;

    private final int pieceLength;
    private final int unitLength;
    private final Units units;
    private final FileHasher hasher;

    UnitRunner(int pieceLength, Units units, FileHasher hasher) {
        this.pieceLength = pieceLength;
        this.unitLength = Math.max(pieceLength, LEAST_UNIT);
        this.units = units;
        this.hasher = hasher;
    }

    void run(LongConsumer progress) throws IOException {
        run(LongStream.range(0, count(units.length())).toArray(), Worker::run, progress);
    }

    /**
     * Compares all that is there before anything is written, and then produces once more the units
     * of which something was missing. What differs stops it with nothing written.
     *
     * @param file where the units are written
     */
    void resume(PartialFile file, LongConsumer progress) throws IOException {
        long compared = count(file.written());
        run(
                LongStream.range(0, compared).toArray(),
                (worker, unit) -> {
                    long done = worker.run(unit);
                    return file.lacks(start(unit), end(unit)) ? 0 : done;
                },
                progress);
        file.fill();
        long[] left =
                LongStream.range(0, count(units.length()))
                        .filter(unit -> unit >= compared || file.lacks(start(unit), end(unit)))
                        .toArray();
        run(left, Worker::run, progress);
    }

    private void run(long[] numbers, AllCores.Task<Worker> task, LongConsumer progress)
            throws IOException {
        new AllCores<Worker>(
                        "seal",
                        numbers.length,
                        (worker, number) -> task.run(worker, numbers[(int) number]))
                .run(Worker::new, progress);
    }

    /** Units of so many bytes. */
    private long count(long length) {
        return Math.ceilDiv(length, (long) unitLength);
    }

    private long start(long unit) {
        return unit * unitLength;
    }

    private long end(long unit) {
        return Math.min(start(unit) + unitLength, units.length());
    }

    /** What one thread needs. */
    private final class Worker {
        private final Units.Worker producer = units.worker();
        private final PieceDigest piece = new PieceDigest(pieceLength);
        private int index;

        long run(long unit) throws IOException {
            index = (int) (start(unit) / pieceLength);
            piece.reset();
            return producer.produce(start(unit), end(unit), this::hash);
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
}
