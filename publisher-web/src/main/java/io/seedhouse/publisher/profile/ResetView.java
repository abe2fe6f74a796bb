package io.seedhouse.publisher.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param token what the page's form repeats
 * @param email of the account, for the browser's store of passwords
 * @param rows what programs may do with the account
 */
record ResetView(String token, String email, List<AccessView.Row> rows, @Nullable String refusal) {
    ResetView {
        rows = List.copyOf(rows);
    }

    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ResetView";
    }
}
