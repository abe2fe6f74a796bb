package io.seedhouse.packager.sealing;

import java.io.IOException;

/** Produces stretches of a file as it lies in the bundle; any stretch, on any thread. */
interface Units {
    /** Bytes that a buffer needs beyond a unit's own. */
    int slack();

    /** Bytes of the whole output. */
    long length();

    /**
     * Produces the bytes {@code from} to {@code to} of the output into {@code buffer}.
     *
     * @return where they lie, and how much input is newly done with them
     */
    Produced produce(long from, long to, byte[] buffer) throws IOException;

    /**
     * @param offset where the asked-for bytes begin in the buffer
     * @param inputBytes input counted to this unit; over all units they sum up to the input
     */
    record Produced(int offset, long inputBytes) {}
}
