package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.TAG;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;

/** The plain bytes of the chunks that follow a header, each authenticated before it is given. */
final class ChunkStream extends InputStream {
    private final PushbackInputStream in;
    private final ChunkCipher cipher;
    private final long start;
    private final byte[] clear = new byte[CHUNK];
    private int at;
    private int end;
    private long number;
    private boolean finished;

    ChunkStream(InputStream in, ChunkCipher cipher, long start) {
        this.in = new PushbackInputStream(in);
        this.cipher = cipher;
        this.start = start;
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
        byte[] sealed = in.readNBytes(SEALED_CHUNK);
        boolean last = sealed.length < SEALED_CHUNK || atEnd();
        int opened = cipher.open(number, last, sealed, sealed.length, clear);
        if (opened < 0) {
            throw refusal(sealed, last);
        }
        if (opened == 0 && number > 0) {
            throw AgeException.Damaged.chunk("damaged", number, offset());
        }
        at = 0;
        end = opened;
        number++;
        finished = last;
    }

    /**
     * A full chunk that is authentic as one in the middle, and ends the file, proves that the rest
     * is missing; so does one shorter than a tag. A shorter last chunk may be either.
     */
    private AgeException refusal(byte[] sealed, boolean last) {
        boolean middle = last && cipher.open(number, false, sealed, sealed.length, clear) >= 0;
        if (middle || sealed.length < TAG) {
            return new AgeException.Truncated(offset() + sealed.length);
        }
        String how = sealed.length < SEALED_CHUNK ? "damaged or cut short" : "damaged";
        return AgeException.Damaged.chunk(how, number, offset());
    }

    private long offset() {
        return start + number * SEALED_CHUNK;
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
