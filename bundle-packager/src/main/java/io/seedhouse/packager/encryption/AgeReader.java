package io.seedhouse.packager.encryption;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens age v1 files with any of several identities.
 *
 * <p>Use {@link #open} and read to the end: every byte it gives is authentic, but only the end of
 * the stream proves that the file is whole. Callers must keep what they read in a temporary place
 * until then.
 */
public final class AgeReader {
    private final List<Identity> identities;

    public AgeReader(Collection<Identity> identities) {
        this.identities = List.copyOf(identities);
    }

    /**
     * Checks the header and answers the plain bytes as a stream, which fails with {@link
     * AgeException} at the first chunk that is not authentic or is missing. Closing it closes
     * {@code in}. At most one chunk is held in memory.
     *
     * @throws AgeException.NotAnAgeFile when the header is none
     * @throws AgeException.NoIdentityMatches when none of the identities opens the file
     * @throws AgeException.Truncated when the file ends within the header
     * @throws AgeException.Damaged when the header was changed
     */
    public InputStream open(InputStream in) throws IOException {
        byte[] header = HeaderText.read(in);
        for (Identity identity : identities) {
            PayloadKey key = payloadKey(header, identity);
            if (key != null) {
                return new ChunkStream(in, new ChunkCipher(key), header.length);
            }
        }
        throw new AgeException.NoIdentityMatches();
    }

    /** One identity at a time: the parser, given several, goes on reading after the right one. */
    private static @Nullable PayloadKey payloadKey(byte[] header, Identity identity)
            throws IOException {
        try {
            List<RecipientStanzaReader> reader = List.of(identity.reader());
            CipherKey key =
                    new StandardPayloadKeyReader().getPayloadKey(ByteBuffer.wrap(header), reader);
            return new PayloadKey(key.getEncoded());
        } catch (UnsupportedRecipientStanzaException e) {
            return null;
        } catch (SignatureException e) {
            throw new AgeException.Damaged("damaged", -1, 0);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new AgeException.NotAnAgeFile("its header is malformed");
        }
    }
}
