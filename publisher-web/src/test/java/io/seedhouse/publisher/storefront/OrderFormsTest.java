package io.seedhouse.publisher.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Gifts.Present;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.door.TestRequests;
import io.seedhouse.publisher.order.CheckoutsInMemory;
import io.seedhouse.publisher.order.GiftsInMemory;
import io.seedhouse.publisher.order.OrdersInMemory;
import io.seedhouse.publisher.order.TestOrders;
import io.seedhouse.publisher.page.Page;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a buyer can do on the page of an order, in the browser that has its cookie. */
class OrderFormsTest {
    private static final PaidFile EXTRAS = new PaidFile(UUID.randomUUID(), "extras.mp4");

    private final TestDatabase database = TestDatabase.h2();
    private final OffersInMemory offers = new OffersInMemory();
    private final CheckoutsInMemory checkouts = new CheckoutsInMemory(offers);
    private final OrdersInMemory orders = new OrdersInMemory();
    private final GiftsInMemory gifts = new GiftsInMemory();
    private final Bundle bundle;

    OrderFormsTest() {
        UUID publisher = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.published(em, publisher, "First light"));
    }

    @Test
    void showsTheOrderToTheBrowserWithItsCookieOnly() {
        UUID id = order(Kind.PURCHASE, Status.PAID);
        Response answer = show(id, OrdersInMemory.token(id));
        assertEquals(200, answer.getStatus());
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        assertEquals("no-referrer", answer.getHeaderString("Referrer-Policy"));
        assertEquals(404, show(id, "wrong").getStatus());
        assertEquals(404, show(id, null).getStatus());
        assertEquals(404, show("no id", "wrong").getStatus());
    }

    @Test
    void correctsTheAddressAndShowsTheOrderAgain() {
        UUID id = order(Kind.PURCHASE, Status.PAID);
        Response answer = correct(id, OrdersInMemory.token(id), "right@audience.example");
        assertEquals(303, answer.getStatus());
        assertEquals("/orders/" + id, answer.getHeaderString("Location"));
        assertEquals(List.of("right@audience.example"), orders.corrected);
        assertEquals(404, correct(id, null, "other@audience.example").getStatus());
    }

    @Test
    void keepsAnAddressThatIsNoneInItsField() {
        UUID id = order(Kind.PURCHASE, Status.PAID);
        Response answer = correct(id, OrdersInMemory.token(id), "nobody");
        assertEquals(422, answer.getStatus());
        var address = Objects.requireNonNull(view(answer).address());
        assertEquals("nobody", address.typed());
        assertEquals("ann@audience.example", address.email());
        assertNotNull(address.refusal());
    }

    @Test
    void showsTheGiftLinkOnThisAnswerAlone() {
        UUID id = order(Kind.GIFT, Status.PAID);
        gifts.add(id, new Present(bundle.id(), "First light", "The film", ""));
        Response answer = giftLink(id);
        assertEquals(200, answer.getStatus());
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        String link = Objects.requireNonNull(Objects.requireNonNull(view(answer).gift()).link());
        assertTrue(link.contains("/gift?token="), link);
        gifts.redeem(link.substring(link.indexOf('=') + 1), "bob@audience.example");
        Response late = giftLink(id);
        assertEquals(409, late.getStatus());
        assertEquals(
                "The gift was redeemed already.",
                Objects.requireNonNull(view(late).gift()).refusal());
    }

    @Test
    void raisesAnOrderToAHigherTierForTheDifference() {
        UUID id = order(Kind.PURCHASE, Status.PAID);
        checkouts.paid.put(id, 300L);
        Offer all = offer("Everything", 500, TestOrders.FILM, EXTRAS);
        offer("The extras", 100, EXTRAS);
        offer("The film", 300, TestOrders.FILM);

        List<OrderView.Upgrade> upgrades = view(show(id, OrdersInMemory.token(id))).upgrades();
        assertEquals(1, upgrades.size());
        assertEquals("Everything", upgrades.getFirst().tier());
        assertEquals("extras.mp4", upgrades.getFirst().adds());
        assertEquals("$2.00", upgrades.getFirst().difference());

        Response answer = upgrade(id, all, "200");
        assertEquals(303, answer.getStatus());
        assertTrue(answer.getHeaderString("Location").contains("/cs_"));
        var wanted = checkouts.begun.getFirst();
        assertEquals(id, Objects.requireNonNull(wanted.upgrade()).orderId());
        assertEquals("a-key-from-the-page", wanted.idempotencyKey());
    }

    @Test
    void beginsNoUpgradeAtAnotherDifferenceThanTheOneShown() {
        UUID id = order(Kind.PURCHASE, Status.PAID);
        checkouts.paid.put(id, 300L);
        Offer all = offer("Everything", 600, TestOrders.FILM, EXTRAS);
        Response answer = upgrade(id, all, "200");
        assertEquals(409, answer.getStatus());
        assertNotNull(view(answer).refusal());
        assertEquals("$3.00", view(answer).upgrades().getFirst().difference());
        assertTrue(checkouts.begun.isEmpty());
    }

    @Test
    void raisesNeitherToALowerTierNorAGiftOfAnother() {
        UUID id = order(Kind.PURCHASE, Status.PAID);
        Offer extras = offer("The extras", 100, EXTRAS);
        assertEquals(404, upgrade(id, extras, "100").getStatus());
        Offer all = offer("Everything", 500, TestOrders.FILM, EXTRAS);
        UUID gift = order(Kind.GIFT, Status.PAID);
        assertEquals(404, upgrade(gift, all, "200").getStatus());
        assertTrue(checkouts.begun.isEmpty());
    }

    private UUID order(Kind kind, Status status) {
        return orders.add(TestOrders.order(bundle.id(), kind, status, 0, false, false, false));
    }

    private Offer offer(String tier, long price, PaidFile... files) {
        var put = offers.put(bundle.id(), tier, new Money(price, "usd"), List.of(files));
        return ((PutOffer.Saved) put).offer();
    }

    private Response show(Object id, @Nullable String token) {
        return with(receipts -> {
            OrderPage page = new OrderPage();
            page.receipts = receipts;
            return page.show(id.toString(), token, 0);
        });
    }

    private Response correct(UUID id, @Nullable String token, String email) {
        return with(receipts -> {
            AddressPage page = new AddressPage();
            page.receipts = receipts;
            page.corrections = TestOrders.corrections(orders);
            page.clients = TestClients.direct();
            page.request = TestRequests.direct();
            return page.correct(id.toString(), token, email);
        });
    }

    private Response giftLink(UUID id) {
        return with(receipts -> {
            GiftLinkPage page = new GiftLinkPage();
            page.receipts = receipts;
            page.links = TestOrders.giftLinks(orders, gifts);
            page.clients = TestClients.direct();
            page.request = TestRequests.direct();
            return page.show(id.toString(), OrdersInMemory.token(id));
        });
    }

    private Response upgrade(UUID id, Offer offer, String total) {
        return with(receipts -> {
            UpgradePage page = new UpgradePage();
            page.receipts = receipts;
            page.upgrades = receipts.upgrades;
            page.buying = TestOrders.buying(checkouts);
            page.onward = new Onward();
            page.onward.site = TestHome.site();
            page.clients = TestClients.direct();
            page.request = TestRequests.direct();
            return page.upgrade(
                    id.toString(),
                    OrdersInMemory.token(id),
                    offer.id().toString(),
                    total,
                    "a-key-from-the-page");
        });
    }

    private Response with(Function<Receipts, Response> request) {
        return database.inTransaction(em -> request.apply(receipts(em)));
    }

    private Receipts receipts(EntityManager em) {
        Receipts receipts = new Receipts();
        receipts.orders = orders;
        receipts.bundles = TestBundles.over(em, offers);
        receipts.upgrades = new Upgrades();
        receipts.upgrades.bundles = receipts.bundles;
        receipts.upgrades.checkouts = checkouts;
        return receipts;
    }

    private static OrderView view(Response answer) {
        return (OrderView) answer.readEntity(Page.class).view();
    }
}
