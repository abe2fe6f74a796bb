package io.seedhouse.packager.keys;

import java.io.IOException;

/** A text is no keyring; the message names the line but never repeats what is in it. */
public final class KeyringException extends IOException {
    KeyringException(String message) {
        super(message);
    }
}
