package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A ciphertext whose writing was broken off, and is gone through again from its beginning: what is
 * there must be what is to be written. At first that alone is made sure of, and what is missing is
 * noted; only after {@link #fill} is it written. So not a byte of a changed input is encrypted
 * under the old file key, wherever in what is there the change shows.
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
    private final long header;
    private final long written;
    private final BitSet missing = new BitSet(); // by steps
    private boolean filling;

    /**
     * @param input for messages
     * @param header bytes at the beginning that were read from there, so need no comparison
     */
    PartialFile(Path input, FileChannel file, long header) throws IOException {
        this.input = input;
        this.header = header;
        this.file = file;
        this.out = new NewFile(file);
        this.written = file.size();
    }

    /** Where what is to be compared ends; 0 where there is nothing. */
    long written() {
        return written > header ? written : 0;
    }

    /** From now on what is missing is written; no other thread may be at work. */
    void fill() {
        filling = true;
    }

    /** Whether some of this stretch, which was compared and begins a step, was missing. */
    boolean lacks(long from, long to) {
        synchronized (missing) {
            int next = missing.nextSetBit(step(from));
            return next >= 0 && (long) next * STEP < to;
        }
    }

    @Override
    public boolean writeNow(byte[] data, int offset, int length, long position) throws IOException {
        if (filling && position >= written) {
            return out.writeNow(data, offset, length, position);
        }
        write(data, offset, length, position);
        return true;
    }

    @Override
    public void write(byte[] data, int offset, int length, long position) throws IOException {
        if (position >= written) {
            fill(data, offset, length, position);
            return;
        }
        byte[] found = new byte[STEP];
        for (int done = 0; done < length; ) {
            long at = position + done;
            int count = (int) Math.min(STEP - at % STEP, length - done);
            int there = Math.clamp(written - at, 0, count);
            read(found, there, at);
            if (!complete(found, there, data, offset + done, at) || there < count) {
                fill(data, offset + done, count, at);
            }
            done += count;
        }
    }

    private void fill(byte[] data, int offset, int length, long position) throws IOException {
        if (filling) {
            out.write(data, offset, length, position);
            return;
        }
        synchronized (missing) {
            missing.set(step(position), step(position + length - 1) + 1);
        }
    }

    private static int step(long position) {
        return Math.toIntExact(position / STEP);
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
