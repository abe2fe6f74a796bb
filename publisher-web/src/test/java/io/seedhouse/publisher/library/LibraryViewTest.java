package io.seedhouse.publisher.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.PageWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryViewTest {
    private static final Instant NOW = Instant.parse("2027-02-01T20:00:00Z");
    private static final String ANN = "ann@audience.example";

    private final OrdersInMemory orders = new OrdersInMemory();

    @ParameterizedTest
    @CsvSource({
        "PAID, PURCHASE, Yours",
        "PAID, GIFT, A gift from you",
        "PENDING, PURCHASE, Waits for its payment",
        "REFUNDED, PURCHASE, Money given back; its key is closed",
        "DISPUTED, PURCHASE, The payment is disputed; its key is closed meanwhile",
        "EXPIRED, PURCHASE, Not finished; nothing was charged"
    })
    void saysWhatEachOrderIsGoodFor(Status status, Kind kind, String state) {
        assertEquals(state, LibraryView.Row.of(orders.add(ANN, kind, status, null), NOW).state());
    }

    @Test
    void namesThePremiereUntilItHasBegun() {
        var order = orders.add(ANN, Kind.PURCHASE, Status.PAID, NOW.plusSeconds(1));
        assertEquals(NOW.plusSeconds(1), LibraryView.Row.of(order, NOW).premiere());
        assertEquals("Yours", LibraryView.Row.of(order, NOW.plusSeconds(1)).state());
    }

    @Test
    void opensEachOrderByAButtonAndNotByALink() {
        var order = orders.add(ANN, Kind.PURCHASE, Status.PAID, null);
        String html = html();
        assertTrue(
                html.contains(
                        "<form method=\"post\" action=\"/library/orders/"
                                + order.orderId()
                                + "\">"),
                html);
        assertFalse(html.contains("keyring"), html);
    }

    @Test
    void leadsOnFromAnEmptyLibrary() {
        assertTrue(html().contains("Nothing yet."));
    }

    private String html() {
        var view = LibraryView.of(ANN, orders.ofAddress(ANN), NOW);
        var html = new PageWriter().render(new Page("library/library.jte", view));
        return new String(html.toByteArray(), UTF_8);
    }
}
