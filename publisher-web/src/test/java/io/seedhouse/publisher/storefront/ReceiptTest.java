package io.seedhouse.publisher.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {
    private static final Instant NOW = Instant.parse("2026-12-24T20:00:00Z");
    private static final UUID ORDER = UUID.randomUUID();

    @Test
    void leadsAPaidOrderToItsKeyOnTheHostTheBuyerIsOn() {
        OrderView.Fetch fetch = fetch(receipt(Status.PAID, null).draw(0, NOW));
        assertEquals("/paygate/v1/orders/" + ORDER + "/keyring", fetch.keyring());
        assertTrue(fetch.ageLines().getFirst().contains("first-light/locked/film.mp4.age"));
    }

    @Test
    void holdsTheKeyBackUntilThePremiereButNotTheFilm() {
        OrderView view = receipt(Status.PAID, NOW.plusSeconds(1)).draw(0, NOW);
        assertNull(fetch(view).keyring());
        assertEquals(NOW.plusSeconds(1), view.premiere());
        assertNotNull(fetch(receipt(Status.PAID, NOW).draw(0, NOW)).keyring());
    }

    @Test
    void asksAgainByItselfWhilePendingButNotForEver() {
        assertEquals(
                "3;url=/orders/" + ORDER + "?asked=1",
                receipt(Status.PENDING, null).draw(0, NOW).refresh());
        assertNull(receipt(Status.PENDING, null).draw(40, NOW).refresh());
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING", "EXPIRED", "REFUNDED", "DISPUTED"})
    void givesNoKeyForAnOrderThatIsNotPaid(Status status) {
        assertNull(receipt(status, null).draw(0, NOW).fetch());
    }

    private static OrderView.Fetch fetch(OrderView view) {
        OrderView.Fetch fetch = view.fetch();
        assertNotNull(fetch);
        return fetch;
    }

    @Test
    void givesTheKeyOfAWithdrawnFilmAndSaysWhyThereIsNothingToFetch() {
        OrderView view = receipt(Status.PAID, null, "The rights have ended.").draw(0, NOW);
        assertEquals("/paygate/v1/orders/" + ORDER + "/keyring", fetch(view).keyring());
        Utf8ByteOutput html = new Utf8ByteOutput();
        TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        getClass().getClassLoader(),
                        "io.seedhouse.publisher")
                .render("storefront/order.jte", view, html);
        String page = new String(html.toByteArray(), UTF_8);
        assertTrue(page.contains("The rights have ended."), page);
        assertFalse(page.contains("magnet:"), page);
        assertFalse(page.contains("bundle.torrent"), page);
    }

    private static Receipt receipt(Status status, @Nullable Instant premiere) {
        return receipt(status, premiere, null);
    }

    private static Receipt receipt(
            Status status, @Nullable Instant premiere, @Nullable String withdrawn) {
        return new Receipt(
                new BuyersOrder(
                        ORDER,
                        UUID.randomUUID(),
                        Orders.Kind.PURCHASE,
                        "First light",
                        "The film",
                        "ann@audience.example",
                        new Money(300, "usd"),
                        new Money(0, "usd"),
                        status,
                        false,
                        false,
                        false,
                        Instant.parse("2027-01-01T20:00:00Z"),
                        premiere,
                        List.of(new PaidFile(UUID.randomUUID(), "film.mp4")),
                        "http://localhost:8080/paygate/v1/orders/" + ORDER + "/keyring"),
                "first-light",
                "magnet:?x",
                premiere,
                withdrawn);
    }
}
