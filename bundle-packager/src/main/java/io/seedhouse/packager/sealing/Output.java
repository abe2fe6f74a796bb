package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where ciphertext goes, at several places at once. */
interface Output {
    void write(byte[] data, int offset, int length, long position) throws IOException;

    /** A new file. */
    static Output to(FileChannel file) {
        return (data, offset, length, position) -> {
            ByteBuffer bytes = ByteBuffer.wrap(data, offset, length);
            long at = position;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        };
    }
}
