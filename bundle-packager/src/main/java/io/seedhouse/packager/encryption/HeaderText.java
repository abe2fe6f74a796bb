package io.seedhouse.packager.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A header and the nonce that follows it, read but not yet authenticated.
 *
 * @param bytes all of it, nonce too
 * @param stanzas those of the X25519 kind
 * @param covered how many bytes, from the first, the MAC covers
 */
record HeaderText(byte[] bytes, List<X25519Stanza> stanzas, int covered, byte[] mac) {
    static final String VERSION = "age-encryption.org/v1\n";
    static final String END = "---";
    static final int NONCE = 16;
    static final int MAC = 32;

    /** The text of a new header for these stanzas, with a new nonce. */
    static HeaderText write(FileKey key, List<X25519Stanza> stanzas) {
        StringBuilder text = new StringBuilder(VERSION);
        stanzas.forEach(stanza -> text.append(stanza.text()));
        byte[] covered = text.append(END).toString().getBytes(StandardCharsets.US_ASCII);
        byte[] mac = key.mac(covered, covered.length);
        text.append(' ').append(Base64.getEncoder().withoutPadding().encodeToString(mac));
        byte[] head = text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(head, head.length + NONCE);
        System.arraycopy(FileKey.randomBytes(NONCE), 0, bytes, head.length, NONCE);
        return new HeaderText(bytes, stanzas, covered.length, mac);
    }

    byte[] nonce() {
        return Arrays.copyOfRange(bytes, bytes.length - NONCE, bytes.length);
    }
}
