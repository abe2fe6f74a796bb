package io.seedhouse.packager.encryption;

import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;

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
        AgeHeader header = AgeHeader.open(in, identities);
        ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        return new ChunkStream(in, new SealedChunks(cipher, header.length()));
    }
}
