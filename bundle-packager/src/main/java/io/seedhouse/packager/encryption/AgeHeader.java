package io.seedhouse.packager.encryption;

import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;

/** The beginning of a new age file: a fresh file key wrapped for one recipient, and the nonce. */
public final class AgeHeader {
    private final byte[] bytes;
    private final PayloadKey payloadKey;

    private AgeHeader(byte[] bytes, PayloadKey payloadKey) {
        this.bytes = bytes;
        this.payloadKey = payloadKey;
    }

    /**
     * A header with a new file key.
     *
     * @param recipient {@code age1...}
     * @throws IllegalArgumentException when that is no age X25519 recipient
     */
    public static AgeHeader forRecipient(String recipient) {
        try {
            var stanza = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            ByteBuffer buffer = ByteBuffer.allocate(2 * AgeFormat.HEADER);
            CipherKey key = new StandardPayloadKeyWriter().writeFileHeader(buffer, List.of(stanza));
            byte[] bytes = new byte[buffer.flip().remaining()];
            buffer.get(bytes);
            return new AgeHeader(bytes, new PayloadKey(key.getEncoded()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + recipient + "' is no age X25519 recipient (age1...)", e);
        }
    }

    /** Header and nonce, {@link AgeFormat#HEADER} bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The key for the chunks that follow. */
    public PayloadKey payloadKey() {
        return payloadKey;
    }
}
