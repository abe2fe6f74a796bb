package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The platform refused, or it could not be reached; the message is one sentence that says what to
 * do. Nothing that was done before is lost: the same run may be made again.
 */
public final class PlatformException extends IOException {
    PlatformException(String sentence) {
        super(sentence);
    }

    PlatformException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /**
     * The server is none of ours.
     *
     * @param what shows it, such as an answer that lacks something
     */
    static PlatformException foreign(@Nullable String host, String what) {
        return new PlatformException(
                "%s did not answer as a Seedhouse server does: %s; check --server"
                        .formatted(host, what));
    }
}
