package io.seedhouse.packager.encryption;

import java.io.IOException;

/**
 * An age file cannot be decrypted; the message names the place in bytes of the file. Only {@link
 * NoIdentityMatches} means that another keyring may do; after the others the file itself has to be
 * fetched again.
 */
public sealed class AgeException extends IOException {
    private AgeException(String message) {
        super(message);
    }

    /** The bytes do not begin as an age v1 file does. */
    public static final class NotAnAgeFile extends AgeException {
        /**
         * @param found the byte at {@code offset}, or -1 at the end of the file
         */
        NotAnAgeFile(int found, int offset) {
            super("it is no age file: " + problem(found, offset));
        }

        private static String problem(int found, int offset) {
            if (found < 0) {
                return "it is empty";
            }
            return offset == 0 && found == '-'
                    ? "it begins as an armored (text) one; only the binary form is read"
                    : "byte " + offset + " is not as in age-encryption.org/v1";
        }
    }

    /** No identity that was tried opens the header. */
    public static final class NoIdentityMatches extends AgeException {
        /**
         * @param stanzas how many X25519 recipients the header names
         */
        NoIdentityMatches(int stanzas, int headerLength) {
            super(
                    stanzas == 0
                            ? "it is not encrypted to identities, or its header (bytes 0 to %d) was"
                                            .formatted(headerLength - 1)
                                    + " changed"
                            : "no identity of the keyring opens its header (bytes 0 to %d): the"
                                            .formatted(headerLength - 1)
                                    + " keyring is for another file, or the header was changed");
        }
    }

    /** The file ends before its last chunk. */
    public static final class Truncated extends AgeException {
        Truncated(long offset) {
            super("it is cut short at byte " + offset + "; fetch the rest of it");
        }
    }

    /** Bytes were changed; everything before {@link #offset()} is authentic. */
    public static final class Damaged extends AgeException {
        private final long chunk;
        private final long offset;

        private Damaged(String problem, long chunk, long offset) {
            super(problem + "; fetch it again");
            this.chunk = chunk;
            this.offset = offset;
        }

        /**
         * @param how damaged, or perhaps cut
         */
        static Damaged chunk(String how, long chunk, long offset) {
            String nonce = chunk == 0 ? ", or in the 16 bytes before it" : "";
            return new Damaged(
                    "it is %s in chunk %d at byte %d%s".formatted(how, chunk, offset, nonce),
                    chunk,
                    offset);
        }

        /** A chunk that is marked as the last, and is not. */
        static Damaged continued(long chunk, long offset) {
            return new Damaged(
                    "it goes on after its last chunk, chunk %d at byte %d".formatted(chunk, offset),
                    chunk,
                    offset);
        }

        /**
         * @param where a clause that says more
         */
        static Damaged header(String where, long offset) {
            return new Damaged(
                    "it is damaged in its header at byte %d, %s".formatted(offset, where),
                    -1,
                    offset);
        }

        /** The damaged chunk, from 0; -1 for the header. */
        public long chunk() {
            return chunk;
        }

        /** Where in the file that chunk, or the part of the header, begins. */
        public long offset() {
            return offset;
        }
    }
}
