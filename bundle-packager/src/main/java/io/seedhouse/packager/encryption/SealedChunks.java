package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.TAG;

/**
 * Opens the chunks of one file and says what is wrong with those that it refuses.
 *
 * @param start where in the file the first chunk begins
 */
record SealedChunks(ChunkCipher cipher, long start) {
    long offset(long number) {
        return start + number * SEALED_CHUNK;
    }

    /**
     * Opens one chunk into {@code clear}.
     *
     * @param last whether the file ends with it
     * @return its plain bytes
     */
    int open(long number, boolean last, byte[] sealed, int length, byte[] clear)
            throws AgeException {
        int opened = tryOpen(number, last, sealed, length, clear);
        if (opened >= 0) {
            return opened;
        }
        throw tryOpen(number, !last, sealed, length, clear) >= 0
                ? misplacedEnd(number, last, length)
                : damaged(number, last, length);
    }

    /**
     * Answers -1 when the chunk is not authentic, as the last or as one before it. Only the last
     * may be short, and only the first empty.
     */
    int tryOpen(long number, boolean last, byte[] sealed, int length, byte[] clear) {
        if (!last && length < SEALED_CHUNK) {
            return -1;
        }
        int opened = cipher.open(number, last, sealed, length, clear);
        return opened == 0 && number > 0 ? -1 : opened;
    }

    /**
     * The failure of a chunk that is authentic, but not as the last or not as one before it: the
     * rest is missing, or something was added.
     */
    AgeException misplacedEnd(long number, boolean last, int length) {
        return last
                ? new AgeException.Truncated(offset(number) + length)
                : AgeException.Damaged.continued(number, offset(number));
    }

    /** The failure of a chunk that is not authentic at all; if the last, it may have been cut. */
    AgeException damaged(long number, boolean last, int length) {
        if (last && length < TAG) {
            return new AgeException.Truncated(offset(number) + length);
        }
        String how = length < SEALED_CHUNK ? "damaged or cut short" : "damaged";
        return AgeException.Damaged.chunk(how, number, offset(number));
    }
}
