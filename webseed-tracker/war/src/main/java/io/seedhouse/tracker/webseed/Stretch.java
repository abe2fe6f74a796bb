package io.seedhouse.tracker.webseed;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.channels.StreamSinkChannel;

/** One piece of an answer's body; knows how far it has been sent. */
sealed interface Stretch {
    boolean isSent();

    /**
     * Sends what the socket takes.
     *
     * @param most bytes to send now
     * @return bytes sent; 0 when the socket takes none now
     */
    long send(StreamSinkChannel channel, long most) throws IOException;

    /** Bytes in memory. */
    record InMemory(ByteBuffer bytes) implements Stretch {
        @Override
        public boolean isSent() {
            return !bytes.hasRemaining();
        }

        @Override
        public long send(StreamSinkChannel channel, long most) throws IOException {
            int end = bytes.limit();
            bytes.limit((int) Math.min(end, bytes.position() + most));
            try {
                return channel.write(bytes);
            } finally {
                bytes.limit(end);
            }
        }
    }

    /** Zero bytes, as many as a pad has. */
    final class Zeros implements Stretch {
        private static final ByteBuffer BLOCK =
                ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public boolean isSent() {
            return left == 0;
        }

        @Override
        public long send(StreamSinkChannel channel, long most) throws IOException {
            int count = (int) Math.min(Math.min(left, most), BLOCK.capacity());
            int sent = channel.write(BLOCK.slice(0, count));
            left -= sent;
            return sent;
        }
    }

    /**
     * Bytes of a file, sent by the system from its cache to the socket. Never the first of a body:
     * as long as the response's headers are not written, Undertow's {@code transferFrom} ignores
     * the position and the count it is given and reads from wherever the channel stands, which
     * would send wrong bytes and overrun. Once a byte of the body is out, so are the headers.
     */
    final class OfFile implements Stretch {
        private final FileChannel file;
        private final long end;
        private long position;

        OfFile(FileChannel file, long start, long end) {
            this.file = file;
            this.position = start;
            this.end = end;
        }

        @Override
        public boolean isSent() {
            return position == end;
        }

        @Override
        public long send(StreamSinkChannel channel, long most) throws IOException {
            long sent = channel.transferFrom(file, position, Math.min(most, end - position));
            if (sent <= 0) {
                failIfShrunk();
                return 0;
            }
            position += sent;
            return sent;
        }

        /** At the file's end nothing can be sent either; waiting for the socket would spin. */
        private void failIfShrunk() throws IOException {
            if (file.size() < end) {
                throw new EOFException("a bundle's file became shorter while it was sent");
            }
        }
    }
}
