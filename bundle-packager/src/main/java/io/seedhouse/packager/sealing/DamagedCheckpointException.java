package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.file.Path;

/** A stored {@link SealedFile} is not what was written; the file has to be sealed again. */
public final class DamagedCheckpointException extends IOException {
    DamagedCheckpointException(Path checkpoint, String problem) {
        super(checkpoint + " " + problem + "; seal the file again");
    }
}
