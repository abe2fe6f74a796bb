package io.seedhouse.publisher.audience;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that were left to a publisher.
 *
 * @param chosen the bundle they are of; empty for all
 * @param choices bundles to choose from
 * @param staying how many have not unsubscribed
 * @param left how many have
 * @param rows the newest first, at most {@link #ROWS}
 * @param more addresses that are only in the table
 */
record AudienceView(
        String chosen,
        List<Choice> choices,
        long staying,
        long left,
        List<Row> rows,
        long more,
        boolean removed) {
    static final int ROWS = 500;

    record Choice(String id, String title) {}

    record Row(
            String bundleId,
            String bundle,
            String email,
            String consent,
            Instant given,
            @Nullable Instant unsubscribed) {}
}
