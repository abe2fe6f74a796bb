package io.seedhouse.paygate.backup;

import java.sql.SQLException;
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

    /** The database's own message may quote a row: an address, a sealed identity. */
    static String reason(SQLException e) {
        return e.getSQLState() == null
                ? String.valueOf(e.getMessage())
                : "its error is " + e.getSQLState();
    }
}
