package io.seedhouse.packager.sealing;

import java.io.IOException;

/** Produces stretches of a file as it lies in the bundle; any stretch, on any thread. */
interface Units {
    /** Bytes of the whole output. */
    long length();

    /** What one thread needs to produce stretches, one after the other. */
    Worker worker();

    /** Belongs to one thread. */
    interface Worker {
        /**
         * Produces the bytes {@code from} to {@code to} of the output, in portions.
         *
         * @return input newly done with them; over all stretches it sums up to the whole input
         */
        long produce(long from, long to, Sink sink) throws IOException;
    }

    /** Takes the portions of a stretch, in order; the array is used again after each. */
    interface Sink {
        void accept(byte[] data, int offset, int length);
    }
}
