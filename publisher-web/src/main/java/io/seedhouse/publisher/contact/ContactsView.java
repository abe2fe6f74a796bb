package io.seedhouse.publisher.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that were left for a bundle.
 *
 * @param staying how many have not unsubscribed
 * @param rows the newest first, at most {@link #ROWS}
 * @param more addresses that are only in the table
 */
record ContactsView(String id, String title, long staying, List<Row> rows, int more) {
    static final int ROWS = 500;

    record Row(String email, String consent, Instant given, @Nullable Instant unsubscribed) {}
}
