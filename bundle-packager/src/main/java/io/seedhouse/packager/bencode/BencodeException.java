package io.seedhouse.packager.bencode;

import java.io.IOException;

/** The bytes are not canonical bencoding; the message says what is wrong and at which byte. */
public final class BencodeException extends IOException {
    BencodeException(String problem, int offset) {
        super(problem + " at byte " + offset);
    }
}
