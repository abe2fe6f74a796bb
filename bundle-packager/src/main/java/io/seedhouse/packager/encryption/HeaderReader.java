package io.seedhouse.packager.encryption;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads the header of an age file strictly by its grammar (C2SP age, "Header"), and not one byte
 * beyond the nonce.
 *
 * <pre>{@code
 * age-encryption.org/v1
 * -> TYPE ARGUMENT...        a stanza, one or more: printable words with one space between
 * BASE64                     lines of 64 characters and a shorter one, perhaps empty
 * --- BASE64                 the MAC
 * }</pre>
 *
 * <p>Base64 is unpadded and canonical. Stanzas of kinds other than X25519 are passed over.
 */
final class HeaderReader {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int BODY_LINE = 64;

    private final InputStream in;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final List<X25519Stanza> stanzas = new ArrayList<>();
    private int lineStart;
    private int lineNumber;

    HeaderReader(InputStream in) {
        this.in = in;
    }

    HeaderText read() throws IOException {
        version();
        String line = line();
        do {
            stanza(line);
            line = line();
        } while (!line.startsWith(HeaderText.END));
        if (!line.startsWith(HeaderText.END + " ")) {
            throw malformed("has no MAC");
        }
        int covered = lineStart + HeaderText.END.length();
        byte[] mac = base64(line.substring(4), HeaderText.MAC);
        byte[] nonce = in.readNBytes(HeaderText.NONCE);
        read.writeBytes(nonce);
        if (nonce.length < HeaderText.NONCE) {
            throw new AgeException.Truncated(read.size());
        }
        return new HeaderText(read.toByteArray(), List.copyOf(stanzas), covered, mac);
    }

    private void version() throws IOException {
        for (int i = 0; i < HeaderText.VERSION.length(); i++) {
            int c = in.read();
            if (c < 0 && i > 0) {
                throw new AgeException.Truncated(i);
            }
            if (c != HeaderText.VERSION.charAt(i)) {
                throw new AgeException.NotAnAgeFile(c, i);
            }
            read.write(c);
        }
        lineNumber = 1;
    }

    private void stanza(String line) throws IOException {
        if (!line.startsWith("-> ")) {
            throw malformed("is no stanza");
        }
        List<String> words = List.of(line.substring(3).split(" ", -1));
        if (words.contains("")) {
            throw malformed("has an empty word");
        }
        if (!words.getFirst().equals(X25519Stanza.TYPE)) {
            body();
            return;
        }
        if (words.size() != 2) {
            throw malformed("has a wrong number of words");
        }
        byte[] share = base64(words.get(1), X25519Stanza.SHARE);
        X25519Stanza stanza = new X25519Stanza(share, base64(body(), X25519Stanza.BODY));
        if (stanza.lowOrder()) {
            throw malformed("ends a stanza whose share has low order");
        }
        stanzas.add(stanza);
    }

    /** The lines after the first, joined; a line that is not full ends them. */
    private String body() throws IOException {
        StringBuilder body = new StringBuilder();
        String line;
        do {
            line = line();
            if (line.length() > BODY_LINE) {
                throw malformed("is longer than 64 characters");
            }
            base64(line, -1);
            body.append(line);
        } while (line.length() == BODY_LINE);
        return body.toString();
    }

    /**
     * @param length the bytes there must be, or -1 for any
     */
    private byte[] base64(String text, int length) throws AgeException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            String canonical = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            if (canonical.equals(text) && (length < 0 || bytes.length == length)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw malformed("holds no canonical base64 of the right length");
    }

    private String line() throws IOException {
        lineStart = read.size();
        lineNumber++;
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            if (c < ' ' || c > '~') {
                throw malformed("holds a character that is not printable ASCII");
            }
            if (read.size() >= MOST_BYTES) {
                throw malformed("ends beyond the " + MOST_BYTES + " bytes that a header may have");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new AgeException.Truncated(read.size());
        }
        read.write(c);
        return c;
    }

    private AgeException malformed(String problem) {
        return AgeException.Damaged.header(
                "where line " + lineNumber + " of its header " + problem, lineStart);
    }
}
