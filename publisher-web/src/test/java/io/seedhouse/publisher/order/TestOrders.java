package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Delivery;
import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Orders.Happening;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.Orders.SentMail;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.door.TestRequests;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders to show, and the beans of this package put together by hand. */
public final class TestOrders {
    public static final Instant AT = Instant.parse("2027-01-01T20:00:00Z");
    public static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");

    private TestOrders() {}

    /** One of 3.00 USD for {@link #FILM}. */
    public static BuyersOrder order(Kind kind, Status status) {
        return order(UUID.randomUUID(), kind, status, 0, false, false, false);
    }

    public static BuyersOrder order(
            UUID bundleId,
            Kind kind,
            Status status,
            long refunded,
            boolean owned,
            boolean bounced,
            boolean waitsForProof) {
        UUID id = UUID.randomUUID();
        return new BuyersOrder(
                id,
                bundleId,
                kind,
                "First light",
                "The film",
                "ann@audience.example",
                new Money(300, "usd"),
                new Money(refunded, "usd"),
                status,
                owned,
                bounced,
                waitsForProof,
                AT,
                null,
                List.of(FILM),
                "http://localhost:8080/paygate/v1/orders/" + id + "/keyring");
    }

    /** A paid order of 3.00 USD, 0.50 of it a tip, with a receipt that came back. */
    public static Evidence evidence(
            Status status, long refunded, @Nullable String dispute, @Nullable Instant warned) {
        PublishersOrder order =
                new PublishersOrder(
                        UUID.randomUUID(),
                        Kind.PURCHASE,
                        "The film",
                        "ann@audience.example",
                        new Money(300, "usd"),
                        new Money(50, "usd"),
                        new Money(refunded, "usd"),
                        "PRESS-1",
                        status,
                        dispute,
                        warned,
                        AT,
                        AT.plusSeconds(60),
                        List.of("film.mp4"),
                        List.of(
                                new SentMail(
                                        Notices.Kind.RECEIPT,
                                        AT.plusSeconds(61),
                                        "no such\nmailbox")));
        return new Evidence(
                order,
                List.of(new Delivery(AT.plusSeconds(90), "203.0.113.0/24")),
                List.of(new Happening(AT.plusSeconds(60), "order.paid")));
    }

    public static Buying buying(CheckoutsInMemory checkouts) {
        Buying buying = new Buying();
        buying.checkouts = checkouts;
        return buying;
    }

    public static Corrections corrections(OrdersInMemory orders) {
        Corrections corrections = new Corrections();
        corrections.orders = orders;
        return corrections;
    }

    public static GiftLinks giftLinks(OrdersInMemory orders, GiftsInMemory gifts) {
        GiftLinks links = new GiftLinks();
        links.orders = orders;
        links.gifts = gifts;
        links.site = TestHome.site();
        return links;
    }

    static CheckoutResource checkoutResource(CheckoutsInMemory checkouts) {
        CheckoutResource resource = new CheckoutResource();
        resource.buying = buying(checkouts);
        resource.clients = TestClients.direct();
        resource.request = TestRequests.direct();
        return resource;
    }
}
