package io.seedhouse.publisher.figures;

import io.seedhouse.publisher.figures.FiguresView.Head;
import java.time.Instant;
import java.util.List;

/** All bundles of a publisher in numbers. */
record SalesView(
        String period,
        List<Head> heads,
        List<Figure> charts,
        List<Row> bundles,
        List<Sale> newest) {

    /**
     * A bundle.
     *
     * @param net what is left in each currency
     */
    record Row(
            String id,
            String title,
            String visits,
            String orders,
            String refunds,
            String conversion,
            List<String> net) {}

    /**
     * An order.
     *
     * @param address of its page
     */
    record Sale(
            String address,
            Instant at,
            String title,
            String tier,
            String email,
            String amount,
            String state) {}
}
