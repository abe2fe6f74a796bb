package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plain bytes of the chunks that follow a header, each authenticated before it is given. */
final class ChunkStream extends InputStream {
    private final PushbackInputStream in;
    private final SealedChunks chunks;
    private final byte[] clear = new byte[CHUNK];
    private int at;
    private int end;
    private long number;
    private boolean finished;
    private @Nullable AgeException failure;

    ChunkStream(InputStream in, SealedChunks chunks) {
        this.in = new PushbackInputStream(in);
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (at == end && !finished) {
            next();
        }
        if (at == end) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(clear, at, into, offset, count);
        at += count;
        return count;
    }

    private void next() throws IOException {
        if (failure != null) {
            throw failure;
        }
        byte[] sealed = in.readNBytes(SEALED_CHUNK);
        boolean last = sealed.length < SEALED_CHUNK || atEnd();
        int opened = chunks.tryOpen(number, last, sealed, sealed.length, clear);
        if (opened < 0) {
            opened = authenticOtherwise(last, sealed);
        }
        end = opened;
        at = 0;
        number++;
        finished = last && failure == null;
    }

    /** Authentic bytes before a missing or a false end are given; what follows is the failure. */
    private int authenticOtherwise(boolean last, byte[] sealed) throws AgeException {
        int opened = chunks.tryOpen(number, !last, sealed, sealed.length, clear);
        if (opened < 0) {
            throw chunks.damaged(number, last, sealed.length);
        }
        failure = chunks.misplacedEnd(number, last, sealed.length);
        return opened;
    }

    private boolean atEnd() throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next < 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
