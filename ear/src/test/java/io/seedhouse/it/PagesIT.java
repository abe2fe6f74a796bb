package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole path with forms and cookies alone, as two people without JavaScript walk it. */
@ExtendWith(ArquillianExtension.class)
class PagesIT {

    private final String title = "The lamp " + UUID.randomUUID();

    @Test
    void aPublisherAndABuyerNeedNothingButForms() {
        String slug = publish(new Person());
        assertTrue(new Person().page("/").contains(title), "the storefront shows it");

        var buyer = new Person();
        String order = buy(buyer, slug);
        String success = buyer.page(order);
        String keyring = Person.find(success, "href=\"([^\"]*/keyring)\"");
        Answer key = buyer.open(keyring);
        assertEquals(200, key.status());
        assertTrue(key.text().contains("AGE-SECRET-KEY-1"));
        assertTrue(key.header("Cache-Control").contains("no-store"));
        assertTrue(success.contains("age -d -i keyring.txt"), success);
        assertTrue(success.contains("unlock --keyring keyring.txt"), success);
        assertFalse(success.contains("AGE-SECRET-KEY"), "no key on the page");
    }

    @Test
    void aCopiedSuccessAddressOpensNothingInAnotherBrowser() {
        String slug = publish(new Person());
        var buyer = new Person();
        String order = buy(buyer, slug);
        String keyring = Person.find(buyer.page(order), "href=\"([^\"]*/keyring)\"");
        var other = new Person();
        assertEquals(404, other.open(order).status());
        assertEquals(404, other.open(keyring).status());
    }

    @Test
    void aFormPostedFromAnotherSiteIsRefused() {
        var person = new Person();
        signUp(person);
        Answer answer = person.submitFrom("https://elsewhere.example", "/studio", "title", "x");
        assertEquals(403, answer.status());
        assertFalse(person.page("/studio").contains(">x<"));
    }

    @Test
    void theStudioSendsStrangersToSignIn() {
        Answer answer = new Person().open("/studio");
        assertEquals(303, answer.status());
        assertTrue(answer.header("Location").contains("/sign-in"));
    }

    @Test
    void anUnknownPageIs404WithAWayForward() {
        Answer answer = new Person().open("/b/no-such-film");
        assertEquals(404, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("text/html"));
        assertTrue(answer.text().contains("href=\"/\""));
    }

    @Test
    void theDescriptionOfTheApiNamesItsCallsAndNoPages() {
        String description = Http.anonymous().get("/openapi").text();
        for (String call :
                List.of("/api/v1/publishers:", "/api/v1/uploads:", "/api/v1/bundles/{id}/seal:")) {
            assertTrue(description.contains(call), call);
        }
        assertFalse(description.contains("/sign-up"), "pages are for people");
        assertFalse(description.contains("sandbox"), "the sandbox is between us and Stripe");
    }

    @Test
    void theCatalogueEndsWithANext() {
        var catalogue = Http.anonymous().get("/api/v1/bundles?q=" + UUID.randomUUID()).json();
        assertEquals(0, catalogue.getAsJsonArray("items").size());
        assertTrue(catalogue.get("next").isJsonNull(), "present, and null at the end");
    }

    private String publish(Person person) {
        return publish(person, title);
    }

    /** Signs up, uploads a film and a teaser and publishes them; the slug of their page. */
    static String publish(Person person, String title) {
        signUp(person);
        String studio =
                person.follow("/studio", "title", title, "synopsis", "", "category", "short");
        String id = Person.find(studio, "/studio/([0-9a-f-]{36})");
        person.upload(id, "lamp.mp4", "paid", new byte[100_000]);
        person.upload(id, "teaser.mp4", "free", new byte[5_000]);
        String tier = Person.find(person.page("/studio/" + id), "name=\"key\" value=\"([^\"]*)\"");
        person.follow(
                "/studio/" + id + "/tiers",
                "key",
                tier,
                "name",
                "The film",
                "price",
                "4.50",
                "currency",
                "eur",
                "file",
                "lamp.mp4");
        person.follow("/studio/" + id + "/seal");
        Await.until(
                "the page offers to publish",
                Duration.ofMinutes(2),
                () ->
                        Optional.of(person.page("/studio/" + id))
                                .filter(page -> page.contains("/studio/" + id + "/publish")));
        person.follow("/studio/" + id + "/publish", "premiere", "");
        return Person.find(person.page("/studio/" + id), "href=\"/b/([^\"/]*)\"");
    }

    static void signUp(Person person) {
        String email = UUID.randomUUID() + "@studio.example";
        person.follow(
                "/sign-up", "name", "A studio", "email", email, "password", "Lantern-" + email);
    }

    /** The id of the only bundle that this publisher has. */
    static String bundleOf(Person publisher) {
        return Person.find(publisher.page("/studio"), "/studio/([0-9a-f-]{36})");
    }

    /** Buys for 4.50 and returns the address of the order's page. */
    static String buy(Person person, String slug) {
        return buy(person, slug, "fan@audience.example");
    }

    /** The same with this address. */
    static String buy(Person person, String slug, String email) {
        String page = person.page("/b/" + slug);
        assertTrue(page.contains("4.50"), "the price is on the page");
        String offer = Person.find(page, "name=\"offer\" value=\"([^\"]*)\"");
        String checkout = person.follow("/b/" + slug + "/buy", "offer", offer, "email", email);
        assertTrue(checkout.contains("cs_"), checkout);
        assertTrue(person.page(checkout).contains("4.50"), "the amount charged is the one shown");
        return person.pay(checkout);
    }
}
