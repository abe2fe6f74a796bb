package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code typed on a film's page: the total is shown first, and that is what is charged. */
@ExtendWith(ArquillianExtension.class)
class CodesOnPagesIT {
    private static PublishedFilm film;
    private static String buy;

    private final Person buyer = new Person();

    @BeforeAll
    static void publish() throws Exception {
        film = PublishedFilm.of("Cheaper today", 200_000);
        buy = "/b/" + film.facts().get("slug").getAsString() + "/buy";
    }

    @Test
    void whatACodeLeavesToPayIsShownAndCharged() {
        makeCode("WINTER26", "{\"percent\":25}");
        Answer unknown = type("SUMMER26", "ann@audience.example");
        assertEquals(422, unknown.status());
        assertTrue(unknown.text().contains("This code is unknown here"), unknown.text());

        Answer confirm = type("winter 26", "ann@audience.example");
        assertEquals(200, confirm.status());
        assertTrue(confirm.text().contains("−$1.50"), confirm.text());
        assertTrue(confirm.text().contains("Pay $4.50"), confirm.text());
        String[] form = Person.filledIn(confirm.text(), buy);
        String[] wishful = form.clone();
        wishful[List.of(form).indexOf("total") + 1] = "50";
        assertEquals(409, buyer.submit(buy, wishful).status());
        assertEquals(List.of(), sold("WINTER26"), "nothing is begun");

        String checkout = buyer.follow(buy, form);
        assertTrue(buyer.page(checkout).contains("$4.50"), "the total that was shown");
        String order = buyer.pay(checkout);
        assertEquals(200, buyer.keyring(order).status());
        assertSold(450, "WINTER26");
    }

    @Test
    void aCodeForAllOfItNeedsNoPaymentAndWorksOnce() {
        makeCode("PRESS-BOB", "{\"full\":true},\"uses\":1");
        Answer confirm = type("press-bob", "bob@audience.example");
        assertEquals(200, confirm.status());
        assertTrue(confirm.text().contains("Get it for nothing"), confirm.text());
        String order = buyer.follow(buy, Person.filledIn(confirm.text(), buy));
        assertTrue(order.contains("/orders/"), order);
        assertTrue(buyer.page(order).contains("Cheaper today is yours"), "at once");
        assertEquals(200, buyer.keyring(order).status());
        assertSold(0, "PRESS-BOB");

        Answer again = type("press-bob", "bob@audience.example");
        assertEquals(422, again.status());
        assertTrue(again.text().contains("This code has been used up."), again.text());
    }

    private static void makeCode(String code, String discount) {
        Answer made =
                film.studio()
                        .http()
                        .post(
                                "/api/v1/bundles/" + film.bundle() + "/codes",
                                "{\"batch\":\"Pages\",\"codes\":[\"%s\"],\"discount\":%s}"
                                        .formatted(code, discount));
        assertEquals(201, made.status(), made.text());
    }

    private Answer type(String code, String email) {
        return buyer.submit(
                buy, "offer", film.offer(), "shown", "600", "email", email, "code", code);
    }

    private static void assertSold(int amount, String code) {
        List<JsonObject> orders = sold(code);
        assertEquals(1, orders.size(), orders.toString());
        JsonObject order = orders.getFirst();
        assertEquals("paid", order.get("status").getAsString());
        assertEquals(amount, order.getAsJsonObject("amount").get("amount").getAsInt());
    }

    /** The orders that a code was used for. */
    private static List<JsonObject> sold(String code) {
        return film.studio().orders(film.bundle()).stream()
                .filter(order -> order.get("code").getAsString().equals(code))
                .toList();
    }
}
