package io.seedhouse.packager.encryption;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Recipient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an age file, new or read: the file key wrapped for each recipient, and the
 * nonce. The chunks follow it, encrypted under {@link #payloadKey()}.
 */
public final class AgeHeader {
    /** The most recipients of a new header. */
    public static final int MOST_RECIPIENTS = 20;

    private static final int MOST_BYTES = 1 << 17;

    private final byte[] bytes;
    private final PayloadKey payloadKey;
    private final @Nullable Identity identity;

    private AgeHeader(byte[] bytes, PayloadKey payloadKey, @Nullable Identity identity) {
        this.bytes = bytes;
        this.payloadKey = payloadKey;
        this.identity = identity;
    }

    private record Match(Identity identity, FileKey key) {}

    /**
     * A header with a new file key that the identity of any of the recipients opens.
     *
     * @param recipients {@code age1...}, from 1 to {@link #MOST_RECIPIENTS}
     * @throws IllegalArgumentException when one is no recipient, as {@link Recipient#parse}, or
     *     their number is out of bounds
     */
    public static AgeHeader forRecipients(List<String> recipients) {
        AgeFormat.checkRecipients(recipients.size());
        FileKey key = FileKey.random();
        List<X25519Stanza> stanzas =
                recipients.stream()
                        .map(text -> X25519Stanza.wrap(key, Recipient.parse(text)))
                        .toList();
        HeaderText text = HeaderText.write(key, stanzas);
        return new AgeHeader(text.bytes(), key.payloadKey(text.nonce()), null);
    }

    /**
     * Reads the header of an existing file and opens it. Exactly header and nonce are taken from
     * {@code in}.
     *
     * @throws AgeException.NotAnAgeFile when the file begins otherwise
     * @throws AgeException.NoIdentityMatches when none of the identities opens it
     * @throws AgeException.Truncated when the file ends within header or nonce
     * @throws AgeException.Damaged when the header was changed or is not as the format demands
     */
    public static AgeHeader open(InputStream in, Collection<Identity> identities)
            throws IOException {
        HeaderText text = new HeaderReader(in).read();
        Match match = match(text, identities);
        if (match == null) {
            throw new AgeException.NoIdentityMatches(text.stanzas().size(), text.bytes().length);
        }
        FileKey key = match.key();
        if (!MessageDigest.isEqual(text.mac(), key.mac(text.bytes(), text.covered()))) {
            throw AgeException.Damaged.header(
                    "or anywhere up to byte " + (text.bytes().length - 1) + ": its MAC differs", 0);
        }
        return new AgeHeader(text.bytes(), key.payloadKey(text.nonce()), match.identity());
    }

    /**
     * As {@link #open(InputStream, Collection)}; the channel's position neither counts nor moves.
     */
    public static AgeHeader open(FileChannel file, Collection<Identity> identities)
            throws IOException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(file.size(), MOST_BYTES));
        while (start.hasRemaining() && file.read(start, start.position()) >= 0) {}
        return open(new ByteArrayInputStream(start.array(), 0, start.position()), identities);
    }

    private static @Nullable Match match(HeaderText text, Collection<Identity> identities) {
        for (Identity identity : identities) {
            for (X25519Stanza stanza : text.stanzas()) {
                FileKey key = stanza.unwrap(identity);
                if (key != null) {
                    return new Match(identity, key);
                }
            }
        }
        return null;
    }

    /** Header and nonce. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Bytes of header and nonce: where the first chunk begins. For a new header that is {@link
     * AgeFormat#headerLength}; one read may have stanzas of other kinds.
     */
    public int length() {
        return bytes.length;
    }

    /** The first identity that opened it; null for a new header. */
    @Nullable Identity identity() {
        return identity;
    }

    /** The key for the chunks that follow. */
    public PayloadKey payloadKey() {
        return payloadKey;
    }
}
