package io.seedhouse.packager.sealing;

import java.io.IOException;

/** Where what is produced goes, at several places at once. */
interface Output {
    /** For what is there already and only hashed. */
    Output NOWHERE = (data, offset, length, position) -> {};

    void write(byte[] data, int offset, int length, long position) throws IOException;

    /**
     * Writes if no other thread is writing, and else answers false: there is something better to do
     * than to wait.
     */
    default boolean writeNow(byte[] data, int offset, int length, long position)
            throws IOException {
        write(data, offset, length, position);
        return true;
    }
}
