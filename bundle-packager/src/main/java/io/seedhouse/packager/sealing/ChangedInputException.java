package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A half-written ciphertext is not of this input. It must not be continued under its file key;
 * delete it and seal the input anew.
 */
public final class ChangedInputException extends IOException {
    ChangedInputException(Path input, long offset) {
        super(
                "%s is not what was sealed before: the ciphertext differs at byte %d"
                        .formatted(input, offset));
    }
}
