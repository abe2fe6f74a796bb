package io.seedhouse.packager.packing;

import java.io.IOException;

/**
 * What was given cannot be packed. The message is one sentence for people that names the file or
 * value, says what is wrong with it and what to do; it never repeats a secret.
 */
public final class PackException extends IOException {
    PackException(String message) {
        super(message);
    }
}
