package io.seedhouse.publisher.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with the browsers of two people. */
class LibraryPageTest {
    private static final String ANN = "ann@audience.example";

    private final TestDatabase database = TestDatabase.h2();
    private final OrdersInMemory orders = new OrdersInMemory();
    private final TestWeb web = new TestWeb(database, em -> TestLibrary.pages(em, orders));
    private final TestBrowser ann = new TestBrowser(web);
    private final TestBrowser bob = new TestBrowser(web);

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void asksForAnAddressWhereNoLibraryIsOpen() {
        HttpResponse<String> page = ann.get("/library");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("action=\"/library/link\""), page.body());
        assertFalse(page.body().contains("First light"), page.body());
    }

    @Test
    void opensInTheBrowserThatRedeemsTheLinkAndInNoOther() {
        orders.add(ANN, Kind.PURCHASE, Status.PAID, null);
        String token = issue();
        HttpResponse<String> looked = ann.get("/library/open?token=" + token);
        assertEquals("no-referrer", header(looked, "Referrer-Policy"));
        assertEquals("no-store", header(looked, "Cache-Control"));
        HttpResponse<String> opened = ann.submit("/library/open", "token", token);
        assertEquals(303, opened.statusCode());
        assertEquals("/library", header(opened, "Location"));
        String cookie = header(opened, "Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertTrue(cookie.contains("Path=/library"), cookie);
        assertTrue(ann.get("/library").body().contains("First light"));
        assertFalse(bob.get("/library").body().contains("First light"));
        assertEquals(410, bob.get("/library/open?token=" + token).statusCode());
    }

    @Test
    void saysThatALinkWasUsedAndOffersAnother() {
        String token = issue();
        ann.submit("/library/open", "token", token);
        HttpResponse<String> again = bob.submit("/library/open", "token", token);
        assertEquals(410, again.statusCode());
        assertTrue(again.body().contains("This link was used"), again.body());
        assertTrue(again.body().contains("action=\"/library/link\""), again.body());
        assertFalse(again.headers().firstValue("Set-Cookie").isPresent());
        assertFalse(again.body().contains(ANN), again.body());
    }

    @Test
    void redeemsNothingForALookOrForAnotherSitesForm() {
        String token = issue();
        ann.get("/library/open?token=" + token);
        HttpResponse<String> foreign =
                ann.post(
                        "/library/open",
                        "application/x-www-form-urlencoded",
                        "token=" + token,
                        "Sec-Fetch-Site",
                        "cross-site");
        assertEquals(403, foreign.statusCode());
        assertEquals(303, ann.submit("/library/open", "token", token).statusCode());
    }

    @Test
    void redeemsForABrowserThatKeepsItsOriginToItself() {
        String token = issue();
        HttpResponse<String> opened =
                ann.post(
                        "/library/open",
                        "application/x-www-form-urlencoded",
                        "token=" + token,
                        "Origin",
                        "null");
        assertEquals(303, opened.statusCode());
    }

    @Test
    void givesTheBrowserTheCookiesOfAnOrderOfItsLibraryOnly() {
        BuyersOrder own = orders.add(ANN, Kind.PURCHASE, Status.PAID, null);
        BuyersOrder others = orders.add("bob@audience.example", Kind.PURCHASE, Status.PAID, null);
        signIn(ann);
        HttpResponse<String> opened = ann.submit("/library/orders/" + own.orderId());
        assertEquals("/orders/" + own.orderId(), header(opened, "Location"));
        List<String> cookies = opened.headers().allValues("Set-Cookie");
        assertEquals(2, cookies.size());
        assertTrue(cookies.stream().allMatch(c -> c.contains(own.orderId().toString())));
        assertEquals(404, ann.submit("/library/orders/" + others.orderId()).statusCode());
        assertEquals(404, ann.submit("/library/orders/" + UUID.randomUUID()).statusCode());
        HttpResponse<String> strangers = bob.submit("/library/orders/" + own.orderId());
        assertEquals("/library", header(strangers, "Location"));
        assertFalse(strangers.headers().firstValue("Set-Cookie").isPresent());
    }

    @Test
    void closesInThisBrowserWhenToldTo() {
        orders.add(ANN, Kind.PURCHASE, Status.PAID, null);
        String cookie = signIn(ann);
        assertEquals(303, ann.submit("/library/sign-out").statusCode());
        assertFalse(ann.get("/library").body().contains("First light"));
        assertFalse(bob.get("/library", "Cookie", cookie).body().contains("First light"));
    }

    @Test
    void answersEverybodyAlikeWhoAsksForALink() {
        orders.add(ANN, Kind.PURCHASE, Status.PAID, null);
        String known = ann.submit("/library/link", "email", ANN).body();
        String unknown = ann.submit("/library/link", "email", "eve@nowhere.example").body();
        assertEquals(known, unknown);
        assertEquals(List.of(ANN, "eve@nowhere.example"), orders.asked);
    }

    @Test
    void sendsOneAddressFiveMailsAnHourAndSaysNothingOfTheRest() {
        for (int i = 0; i < 8; i++) {
            assertEquals(
                    200, ann.submit("/library/link", "email", "Ann@Audience.example").statusCode());
        }
        assertEquals(5, orders.asked.size());
    }

    @Test
    void letsAClientAskTwentyTimesInTenMinutes() {
        for (int i = 0; i < 20; i++) {
            ann.submit("/library/link", "email", "a" + i + "@audience.example");
        }
        HttpResponse<String> more = ann.submit("/library/link", "email", ANN);
        assertEquals(429, more.statusCode());
        assertEquals(20, orders.asked.size());
    }

    @Test
    void refusesWhatIsNoAddressAndKeepsWhatWasTyped() {
        HttpResponse<String> refused = ann.submit("/library/link", "email", "ann\"@");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("value=\"ann&#34;@\""), refused.body());
        assertEquals(List.of(), orders.asked);
    }

    private String signIn(TestBrowser browser) {
        return header(browser.submit("/library/open", "token", issue()), "Set-Cookie")
                .split(";", 2)[0];
    }

    private String issue() {
        return database.inTransaction(em -> TestLibrary.links(em, orders).issue(ANN));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
