package io.seedhouse.paygate.backup;

import org.jspecify.annotations.Nullable;

/** A backup was not made, or not restored; the message is one sentence that says what to do. */
public final class BackupFailed extends Exception {
    private static final long serialVersionUID = 1;

    BackupFailed(String sentence) {
        super(sentence);
    }

    BackupFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
