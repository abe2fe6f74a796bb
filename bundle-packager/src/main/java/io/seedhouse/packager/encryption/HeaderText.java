package io.seedhouse.packager.encryption;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts header and nonce off an age file without understanding them, so that exactly these bytes go
 * to the parser, once for each identity. The header ends with the line {@code --- MAC}.
 */
final class HeaderText {
    private static final byte[] VERSION =
            "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int NONCE = 16;

    private HeaderText() {}

    static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(version(in));
        String line;
        do {
            line = line(in, header);
        } while (!line.startsWith("---"));
        byte[] nonce = in.readNBytes(NONCE);
        header.writeBytes(nonce);
        if (nonce.length < NONCE) {
            throw new AgeException.Truncated(header.size());
        }
        return header.toByteArray();
    }

    private static byte[] version(InputStream in) throws IOException {
        byte[] start = in.readNBytes(VERSION.length);
        int same = Arrays.mismatch(start, VERSION);
        if (same >= 0 && same < start.length) {
            throw new AgeException.NotAnAgeFile("it does not begin with age-encryption.org/v1");
        }
        if (start.length < VERSION.length) {
            throw start.length == 0
                    ? new AgeException.NotAnAgeFile("it is empty")
                    : new AgeException.Truncated(start.length);
        }
        return start;
    }

    private static String line(InputStream in, ByteArrayOutputStream header) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new AgeException.Truncated(header.size());
            }
            if (c < ' ' || c > '~' || header.size() >= MOST_BYTES) {
                throw new AgeException.NotAnAgeFile("its header has no end");
            }
            header.write(c);
            line.append((char) c);
        }
        header.write('\n');
        return line.toString();
    }
}
