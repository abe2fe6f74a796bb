package io.seedhouse.publisher.studio;

import java.time.Instant;
import java.util.List;

/** The orders for a bundle. */
record SalesView(String id, String title, List<Row> rows) {

    /** One order. */
    record Row(Instant at, String email, String tier, String amount, String status) {}
}
