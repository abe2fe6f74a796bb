package io.seedhouse.publisher.studio;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.editor.EditorPage;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Prices;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Who bought a bundle, for its publisher. */
@Path("studio/{id: [0-9a-f-]{36}}/orders")
@ForPublishers
public class SalesPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Orders orders;

    @GET
    public Page show(@PathParam("id") UUID id) {
        Bundle bundle = bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
        return new Page(
                "studio/sales.jte",
                new SalesView(
                        id.toString(),
                        bundle.title(),
                        orders.ofBundle(id).stream().map(SalesPage::row).toList()));
    }

    static SalesView.Row row(PublishersOrder order) {
        return new SalesView.Row(
                order.orderId().toString(),
                order.created(),
                order.email(),
                order.tier(),
                Prices.amount(order.amount()),
                SaleWords.of(order.status()),
                SaleWords.notes(order),
                SaleWords.alarms(order));
    }
}
