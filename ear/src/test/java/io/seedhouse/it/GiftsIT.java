package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One person pays for a film, and another, in another browser, takes it and owns it. */
@ExtendWith(ArquillianExtension.class)
class GiftsIT {
    private static final String WORDS = "For the long evenings.";

    @Test
    void aGiftOpensOnceForWhoTakesItAndNeverForItsGiver() throws Exception {
        PublishedFilm film = PublishedFilm.of("Under the tree", 200_000);
        Person giver = new Person();
        Person receiver = new Person();
        String given = give(giver, film);
        assertEquals(403, giver.keyring(given).status());

        String earlier = link(giver, given);
        String link = link(giver, given);
        assertNotEquals(earlier, link);
        String taken = take(receiver, link);
        assertNotEquals(given, taken);
        Answer key = receiver.keyring(taken);
        assertEquals(200, key.status());
        assertTrue(key.text().contains("# Order " + Person.orderId(taken)), "a key of their own");
        assertTrue(key.text().contains("AGE-SECRET-KEY-1"), "that opens something");

        assertEquals(403, giver.keyring(given).status(), "still");
        assertEquals(404, giver.keyring(taken).status());
        assertEquals(404, giver.open(taken).status());
        assertEquals(409, giver.submit("/orders/" + Person.orderId(given) + "/gift-link").status());
        assertGone(link);
        assertGone(earlier);
        assertEquals("gift opens []", opens(film, given));
        assertEquals("redeemed opens [\"" + PublishedFilm.FILM + "\"]", opens(film, taken));
    }

    /** Bought with the bundle page's form; the address of the order's page. */
    private static String give(Person giver, PublishedFilm film) {
        String checkout =
                giver.follow(
                        "/b/" + film.facts().get("slug").getAsString() + "/buy",
                        "offer",
                        film.offer(),
                        "shown",
                        "600",
                        "email",
                        "giver@audience.example",
                        "gift",
                        "yes",
                        "gift-words",
                        WORDS);
        String order = giver.pay(checkout);
        assertTrue(giver.page(order).contains("Your gift is ready"));
        return order;
    }

    /** Shown on the answer to a press of the button, and on no other page. */
    private static String link(Person giver, String order) {
        String action = "/orders/" + Person.orderId(order) + "/gift-link";
        String page = giver.page(order);
        assertFalse(page.contains("/gift?token="), "not before it is asked for");
        Answer shown = giver.submit(action, Person.filledIn(page, action));
        assertEquals(200, shown.status());
        assertEquals("no-store", shown.header("Cache-Control"));
        assertEquals("no-referrer", shown.header("Referrer-Policy"));
        String link = Person.find(shown.text(), ">([^<>]*/gift\\?token=[^<>]*)<");
        assertTrue(Secrets.issued().stream().anyMatch(link::endsWith), "looked for at the end");
        return link;
    }

    private static String take(Person receiver, String link) {
        String gift = receiver.page(link);
        assertTrue(gift.contains("Under the tree"), "what it is");
        assertTrue(gift.contains(WORDS), "what its giver says");
        String[] typo = Person.filledIn(gift, "/gift", "email", "receiver.example");
        assertEquals(422, receiver.submit("/gift", typo).status(), "and nothing is lost");
        String[] form = Person.filledIn(gift, "/gift", "email", "receiver@audience.example");
        return receiver.follow("/gift", form);
    }

    private static void assertGone(String link) {
        Person late = new Person();
        String token = link.replaceFirst(".*token=", "");
        assertEquals(410, late.open(link).status());
        assertEquals(
                410,
                late.submit("/gift", "token", token, "email", "late@audience.example").status());
        assertEquals(
                410,
                Http.anonymous()
                        .post(
                                "/api/v1/gifts",
                                "{\"token\":\"%s\",\"email\":\"late@audience.example\"}"
                                        .formatted(token))
                        .status());
    }

    private static String opens(PublishedFilm film, String order) {
        return film.studio().orders(film.bundle()).stream()
                .filter(o -> o.get("orderId").getAsString().equals(Person.orderId(order)))
                .map(o -> o.get("kind").getAsString() + " opens " + o.get("grants"))
                .findFirst()
                .orElse("no such order");
    }
}
