package io.seedhouse.publisher.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Gifts.Present;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.TestBodies;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.door.TestRequests;
import io.seedhouse.publisher.order.OrderResource.GiftLink;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderResourceTest {
    private final OrdersInMemory orders = new OrdersInMemory();
    private final GiftsInMemory gifts = new GiftsInMemory();
    private final OrderResource resource = new OrderResource();

    OrderResourceTest() {
        resource.orders = orders;
        resource.corrections = TestOrders.corrections(orders);
        resource.giftLinks = TestOrders.giftLinks(orders, gifts);
        resource.clients = TestClients.direct();
        resource.request = TestRequests.direct();
    }

    @Test
    void showsAnOrderToWhoeverHoldsItsToken() {
        UUID id = orders.add(TestOrders.order(Kind.PURCHASE, Status.PAID));
        Response answer = resource.show(id, bearer(id));
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        Purchase purchase = answer.readEntity(Purchase.class);
        assertEquals("paid", purchase.status());
        assertEquals("purchase", purchase.kind());
        assertEquals("ann@audience.example", purchase.email());
        assertEquals(List.of("film.mp4"), purchase.files());
        assertFalse(purchase.toString().contains("ann@"));
        assertEquals(404, resource.show(id, "Bearer wrong").getStatus());
        assertEquals(404, resource.show(UUID.randomUUID(), bearer(id)).getStatus());
        assertEquals(401, resource.show(id, null).getStatus());
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void tellsThatAnAddressOwnsItNotBeforeTheOrderHasEnded(Status status) {
        BuyersOrder order =
                TestOrders.order(UUID.randomUUID(), Kind.PURCHASE, status, 0, true, false, false);
        boolean ended = status != Status.PENDING && status != Status.PAID;
        assertEquals(ended, Purchase.of(order, TestOrders.AT).owned());
    }

    @Test
    void correctsAnAddressTenTimesAndNoMore() {
        UUID id = orders.add(TestOrders.order(Kind.PURCHASE, Status.PAID));
        assertEquals(404, correct(id, "Bearer wrong", "a@b.example").getStatus());
        assertEquals(422, correct(id, bearer(id), "nobody").getStatus());
        assertEquals(204, correct(id, bearer(id), " a@b.example ").getStatus());
        assertEquals(List.of("a@b.example"), orders.corrected);
        for (int i = 3; i < 10; i++) {
            correct(id, bearer(id), "a@b.example");
        }
        assertEquals(429, correct(id, bearer(id), "a@b.example").getStatus());
        assertEquals(8, orders.corrected.size());
    }

    private Response correct(UUID id, String authorization, String email) {
        return resource.correct(
                id, authorization, TestBodies.of("{\"email\":\"%s\"}".formatted(email)));
    }

    @Test
    void givesTheGiverALinkUntilTheGiftIsRedeemed() {
        UUID id = orders.add(TestOrders.order(Kind.GIFT, Status.PAID));
        gifts.add(id, new Present(UUID.randomUUID(), "First light", "The film", ""));
        Response answer = resource.giftLink(id, bearer(id));
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        GiftLink link = answer.readEntity(GiftLink.class);
        String token = link.url().substring(link.url().indexOf('=') + 1);
        assertTrue(link.url().startsWith("http://localhost:8080/gift?token="), link.url());
        assertFalse(link.toString().contains(token));

        assertEquals(201, redeem(token, "bob@audience.example").getStatus());
        assertEquals(410, redeem(token, "bob@audience.example").getStatus());
        assertEquals(409, resource.giftLink(id, bearer(id)).getStatus());
    }

    @Test
    void refusesToRedeemForAnAddressThatIsNone() {
        assertEquals(422, redeem("gift-x", "nobody").getStatus());
    }

    private Response redeem(String token, String email) {
        GiftResource resource = new GiftResource();
        resource.gifts = gifts;
        return resource.redeem(
                TestBodies.of("{\"token\":\"%s\",\"email\":\"%s\"}".formatted(token, email)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING", "EXPIRED", "REFUNDED", "DISPUTED"})
    void givesNoLinkForAGiftThatIsNotPaid(Status status) {
        UUID id = orders.add(TestOrders.order(Kind.GIFT, status));
        assertEquals(409, resource.giftLink(id, bearer(id)).getStatus());
    }

    @Test
    void givesNoLinkForWhatIsNoGift() {
        UUID id = orders.add(TestOrders.order(Kind.PURCHASE, Status.PAID));
        assertEquals(409, resource.giftLink(id, bearer(id)).getStatus());
        assertEquals(404, resource.giftLink(id, "Bearer wrong").getStatus());
    }

    private static String bearer(UUID orderId) {
        return "Bearer " + OrdersInMemory.token(orderId);
    }
}
