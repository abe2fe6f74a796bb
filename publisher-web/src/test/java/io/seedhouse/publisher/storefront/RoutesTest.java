package io.seedhouse.publisher.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.TorrentsInMemory;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.door.TestRequests;
import io.seedhouse.publisher.order.CheckoutsInMemory;
import io.seedhouse.publisher.order.GiftsInMemory;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.order.OrdersInMemory;
import io.seedhouse.publisher.order.TestOrders;
import io.seedhouse.publisher.page.PageWriter;
import io.seedhouse.publisher.visit.TestVisits;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.Test;

/** The server's own JAX-RS finds each page of a purchase and reads its form and its cookie. */
class RoutesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestDatabase database = TestDatabase.h2();
    private final OffersInMemory offers = new OffersInMemory();
    private final CheckoutsInMemory checkouts = new CheckoutsInMemory(offers);
    private final OrdersInMemory orders = new OrdersInMemory();
    private final Bundle bundle;
    private final UUID order;

    RoutesTest() {
        UUID publisher = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.published(em, publisher, "First light"));
        order =
                orders.add(
                        TestOrders.order(
                                bundle.id(), Kind.PURCHASE, Status.PAID, 0, false, false, false));
    }

    @Test
    void sellsBesideTheMagnetLink() throws URISyntaxException {
        var put = offers.put(bundle.id(), "The film", new Money(300, "usd"), List.of());
        UUID offer = ((PutOffer.Saved) put).offer().id();
        String form = "offer=" + offer + "&email=fan%40audience.example&gift-words=F%C3%BCr+dich";
        MockHttpResponse answer = answer(post("/b/first-light/buy", form));
        assertEquals(303, answer.getStatus());
        var wanted = checkouts.begun.getFirst();
        assertEquals("fan@audience.example", wanted.email());
        assertEquals("Für dich", Objects.requireNonNull(wanted.gift()).words());
        assertEquals(200, answer(MockHttpRequest.get("/b/first-light/magnet")).getStatus());
        assertEquals(200, answer(MockHttpRequest.get("/b/first-light")).getStatus());
    }

    @Test
    void opensAnOrderAndItsFormsByTheCookie() throws Exception {
        MockHttpResponse page = answer(cookie(MockHttpRequest.get("/orders/" + order)));
        assertEquals(200, page.getStatus());
        assertTrue(page.getContentAsString().contains("First light is yours"));
        assertEquals(404, answer(MockHttpRequest.get("/orders/" + order)).getStatus());

        String form = "email=right%40audience.example";
        assertEquals(404, answer(post("/orders/" + order + "/email", form)).getStatus());
        assertEquals(303, answer(cookie(post("/orders/" + order + "/email", form))).getStatus());
        assertEquals(List.of("right@audience.example"), orders.corrected);
        assertEquals(409, answer(cookie(post("/orders/" + order + "/gift-link", ""))).getStatus());
        assertEquals(
                404, answer(cookie(post("/orders/" + order + "/upgrade", "offer=1"))).getStatus());
    }

    private static MockHttpRequest post(String path, String form) throws URISyntaxException {
        return MockHttpRequest.post(path).contentType(FORM).content(form.getBytes(UTF_8));
    }

    private MockHttpRequest cookie(MockHttpRequest request) {
        return request.cookie(OrderCookie.NAME, OrdersInMemory.token(order));
    }

    private MockHttpResponse answer(MockHttpRequest request) {
        return database.inTransaction(em -> {
            ResteasyDeployment deployment = new ResteasyDeploymentImpl();
            deployment.setResources(pages(em));
            deployment.setProviders(List.of(new PageWriter()));
            deployment.setDefaultContextObjects(
                    Map.of(HttpServletRequest.class, TestRequests.direct()));
            deployment.start();
            MockHttpResponse response = new MockHttpResponse();
            deployment.getDispatcher().invoke(request, response);
            deployment.stop();
            return response;
        });
    }

    private List<Object> pages(EntityManager em) {
        BundlePage show = new BundlePage();
        show.portraits = new Portraits();
        show.portraits.bundles = TestBundles.over(em, offers);
        show.portraits.torrents = new TorrentsInMemory();
        show.visits = TestVisits.nobodys();
        BuyPage buy = new BuyPage();
        buy.portraits = show.portraits;
        buy.bundles = show.portraits.bundles;
        buy.buying = TestOrders.buying(checkouts);
        buy.onward = new Onward();
        buy.onward.site = TestHome.site();
        buy.clients = TestClients.direct();
        OrderPage order = new OrderPage();
        order.receipts = receipts(em);
        AddressPage address = new AddressPage();
        address.receipts = order.receipts;
        address.corrections = TestOrders.corrections(orders);
        address.clients = buy.clients;
        GiftLinkPage gift = new GiftLinkPage();
        gift.receipts = order.receipts;
        gift.links = TestOrders.giftLinks(orders, new GiftsInMemory());
        gift.clients = buy.clients;
        UpgradePage upgrade = new UpgradePage();
        upgrade.receipts = order.receipts;
        upgrade.upgrades = order.receipts.upgrades;
        upgrade.clients = buy.clients;
        return List.of(show, buy, order, address, gift, upgrade);
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
}
