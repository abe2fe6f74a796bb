package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A ciphertext whose writing was broken off, and is gone through again from its beginning: what is
 * there must be what is to be written; what is missing is written.
 *
 * <p>Stretches were written in any order, so the file has holes, which read as zeros. They are
 * looked for block by block, as the system stores files; a block may also be written from its
 * beginning or up to its end alone. Ciphertext that is zero by chance is too rare to matter.
 */
final class PartialFile implements Output {
    private static final int BLOCK = 4096;
    private static final int STEP = 64 * 1024;

    private final Path input;
    private final FileChannel file;
    private final Output out;
    private final long written;

    /**
     * @param input for messages
     */
    PartialFile(Path input, FileChannel file) throws IOException {
        this.input = input;
        this.file = file;
        this.out = new NewFile(file);
        this.written = file.size();
    }

    @Override
    public boolean writeNow(byte[] data, int offset, int length, long position) throws IOException {
        if (position >= written) {
            return out.writeNow(data, offset, length, position);
        }
        write(data, offset, length, position);
        return true;
    }

    @Override
    public void write(byte[] data, int offset, int length, long position) throws IOException {
        if (position >= written) {
            out.write(data, offset, length, position);
            return;
        }
        byte[] found = new byte[STEP];
        for (int done = 0; done < length; ) {
            long at = position + done;
            int count = (int) Math.min(STEP - at % STEP, length - done);
            int there = Math.clamp(written - at, 0, count);
            read(found, there, at);
            if (!complete(found, there, data, offset + done, at) || there < count) {
                out.write(data, offset + done, count, at);
            }
            done += count;
        }
    }

    private void read(byte[] into, int count, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new IOException(input + ": its ciphertext is being changed by others");
            }
        }
    }

    private boolean complete(byte[] found, int count, byte[] data, int offset, long position)
            throws IOException {
        boolean complete = true;
        for (int from = 0; from < count; ) {
            int to = (int) Math.min(count, from + BLOCK - (position + from) % BLOCK);
            int differs = Arrays.mismatch(found, from, to, data, offset + from, offset + to);
            if (differs >= 0) {
                complete = false;
                if (!hole(found, from, from + differs, to, data, offset)) {
                    throw new ChangedInputException(input, position + from + differs);
                }
            }
            from = to;
        }
        return complete;
    }

    /** Whether the block is zero from where it differs, or up to where it is as it should be. */
    private static boolean hole(
            byte[] found, int from, int differs, int to, byte[] data, int offset) {
        int zeros = from;
        while (zeros < to && found[zeros] == 0) {
            zeros++;
        }
        int end = differs;
        while (end < to && found[end] == 0) {
            end++;
        }
        return end == to
                || (zeros > differs
                        && Arrays.equals(found, zeros, to, data, offset + zeros, offset + to));
    }
}
