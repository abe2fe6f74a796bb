package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who bought the film alone comes back for the rest of it and pays the difference, once. */
@ExtendWith(ArquillianExtension.class)
class UpgradesIT {
    private static final Pattern IDENTITY = Pattern.compile("AGE-SECRET-KEY-1[0-9A-Z]+");
    private static final String FILM = "film.mp4";
    private static final String EXTRAS = "extras.mp4";

    private final Studio studio = Studio.open("two-tiers");
    private final String bundle = studio.bundle("Half and whole");

    @Test
    void aBuyerPaysTheDifferenceOnceAndOpensTheRest() throws Exception {
        String film = tier("Film", 600, FILM, EXTRAS);
        String slug = publish();
        Person buyer = new Person();
        String low =
                buyer.pay(
                        buyer.follow(
                                "/b/" + slug + "/buy",
                                "offer",
                                film,
                                "shown",
                                "600",
                                "email",
                                "fan@audience.example"));
        List<String> opened = identities(buyer, low);
        assertEquals(1, opened.size());

        String page = buyer.page(low);
        assertTrue(page.contains("Upgrade for $4.00"), page);
        String action = "/orders/" + Person.orderId(low) + "/upgrade";
        String[] form = Person.filledIn(page, action);
        assertEquals("400", Person.find(page, "name=\"total\" value=\"([^\"]*)\""));
        assertChangedTotalIsRefused(buyer, action, form);
        String checkout = buyer.follow(action, form);
        assertTrue(buyer.page(checkout).contains("$4.00"), "the difference and no more");
        assertEquals(1, identities(buyer, low).size(), "not paid yet");
        String high = buyer.pay(checkout);

        List<String> both = identities(buyer, high);
        assertEquals(2, both.size());
        assertTrue(both.containsAll(opened), "the film's key is the same");
        assertEquals(
                List.of("upgrade 400 paid", "purchase 600 paid"),
                studio.orders(bundle).stream().map(UpgradesIT::summary).toList());

        Answer again = buyer.submit(action, form);
        assertEquals(409, again.status());
        assertTrue(again.text().contains("has counted for an upgrade already"), again.text());
        assertFalse(buyer.page(low).contains("Upgrade for"), "nor is it offered");
        assertEquals(2, studio.orders(bundle).size());
    }

    /** Two files, one of them in a lower tier too; the id of that tier's offer. */
    private String tier(String name, long amount, String own, String more) throws IOException {
        for (String file : List.of(own, more)) {
            studio.tus()
                    .upload(
                            bundle,
                            Films.make(
                                    PlatformUnderTest.scratch().resolve("tiers/" + file),
                                    100_000,
                                    file.hashCode()),
                            "paid");
        }
        Answer whole = studio.tier(bundle, "Everything", amount + 400, "usd", own, more);
        assertEquals(200, whole.status(), whole.text());
        Answer low = studio.tier(bundle, name, amount, "usd", own);
        assertEquals(200, low.status(), low.text());
        return low.string("offerId");
    }

    private String publish() {
        Answer seal = studio.seal(bundle);
        assertEquals(202, seal.status(), seal.text());
        studio.awaitSealed(bundle);
        return studio.publish(bundle).get("slug").getAsString();
    }

    private static void assertChangedTotalIsRefused(Person buyer, String action, String[] form) {
        String[] changed = form.clone();
        changed[List.of(form).indexOf("total") + 1] = "100";
        Answer refused = buyer.submit(action, changed);
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("Upgrade for $4.00"), refused.text());
    }

    private static List<String> identities(Person buyer, String order) {
        Answer keyring = buyer.keyring(order);
        assertEquals(200, keyring.status());
        return IDENTITY.matcher(keyring.text()).results().map(MatchResult::group).toList();
    }

    private static String summary(JsonObject order) {
        return "%s %s %s"
                .formatted(
                        order.get("kind").getAsString(),
                        order.getAsJsonObject("amount").get("amount"),
                        order.get("status").getAsString());
    }
}
