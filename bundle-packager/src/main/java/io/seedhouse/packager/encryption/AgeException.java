package io.seedhouse.packager.encryption;

import java.io.IOException;

/**
 * An age file cannot be decrypted. Only {@link NoIdentityMatches} means that another keyring may
 * do; after the others the file itself has to be fetched again.
 */
public sealed class AgeException extends IOException {
    private AgeException(String message) {
        super(message);
    }

    /** The bytes do not begin with an age v1 header. */
    public static final class NotAnAgeFile extends AgeException {
        NotAnAgeFile(String problem) {
            super("it is no age file: " + problem);
        }
    }

    /** The file is an age file for identities that the keyring does not hold. */
    public static final class NoIdentityMatches extends AgeException {
        NoIdentityMatches() {
            super("no identity of the keyring opens it");
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

        Damaged(String how, long chunk, long offset) {
            super("it is %s in %s at byte %d; fetch it again".formatted(how, place(chunk), offset));
            this.chunk = chunk;
            this.offset = offset;
        }

        private static String place(long chunk) {
            return chunk < 0 ? "its header" : "chunk " + chunk;
        }

        /** The damaged chunk, from 0; -1 for the header. */
        public long chunk() {
            return chunk;
        }

        /** Where in the file that chunk begins. */
        public long offset() {
            return offset;
        }
    }
}
