package io.seedhouse.publisher.studio;

import java.time.Instant;
import java.util.List;

/** The orders for a bundle. */
record SalesView(String id, String title, List<Row> rows) {

    /**
     * One order.
     *
     * @param notes what else there is to it, each a few words
     * @param alarms the same for what asks for something to be done
     */
    record Row(
            String orderId,
            Instant at,
            String email,
            String tier,
            String amount,
            String status,
            List<String> notes,
            List<String> alarms) {}
}
