package io.seedhouse.packager.sealing;

import io.seedhouse.packager.cores.AllCores;
import io.seedhouse.packager.hashing.FileHasher;
import io.seedhouse.packager.hashing.PieceDigest;
import java.io.IOException;
import java.util.function.LongConsumer;

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
        long count = Math.ceilDiv(units.length(), (long) unitLength);
        new AllCores<Worker>("seal", count, Worker::run).run(Worker::new, progress);
    }

    /** What one thread needs. */
    private final class Worker {
        private final Units.Worker producer = units.worker();
        private final PieceDigest piece = new PieceDigest(pieceLength);
        private int index;

        long run(long unit) throws IOException {
            long from = unit * unitLength;
            long to = Math.min(from + unitLength, units.length());
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
}
