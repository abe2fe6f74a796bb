package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a publisher sets up for sale, over REST: ways to pay, codes, addresses. */
@ExtendWith(ArquillianExtension.class)
class CodesIT {
    private static final String PRESS =
            "{\"batch\":\"Press\",\"recipients\":[\"=Ann\",\"Bob\"],\"discount\":{\"full\":true}}";

    private static Studio studio;

    private String bundle;
    private String codes;

    @BeforeAll
    static void open() {
        studio = Studio.open("coder");
    }

    @BeforeEach
    void draft() {
        bundle = studio.bundle("Codes");
        codes = "/api/v1/bundles/" + bundle + "/codes";
    }

    @Test
    void codesAreMadeOnceForAnIdempotencyKey() {
        Answer first = make("key", "application/json", PRESS);
        assertEquals(201, first.status(), first.text());
        assertEquals(first.json(), make("key", "application/json", PRESS).json());
        assertEquals(2, list().getAsJsonArray("items").size());
        Answer other = make("key", "application/json", PRESS.replace("Bob", "Eve"));
        assertEquals(422, other.status(), other.text());
    }

    @Test
    void codesGoOutAndInAsATable() {
        make("key", "application/json", PRESS);
        Answer table =
                studio.http()
                        .send("GET", codes, Map.of("Accept", "text/csv"), BodyPublishers.noBody());
        assertEquals(200, table.status(), table.text());
        assertTrue(table.header("Content-Type").startsWith("text/csv"), "it is a table");
        assertTrue(table.text().contains("'=Ann"), table.text());
        assertTrue(studio.http().get(codes + "?format=csv").text().startsWith("\uFEFFcode,"));

        String other = "/api/v1/bundles/" + studio.bundle("Other codes") + "/codes";
        Answer made =
                studio.http()
                        .send(
                                "POST",
                                other,
                                Map.of("Content-Type", "text/csv"),
                                BodyPublishers.ofString(table.text()));
        assertEquals(201, made.status(), made.text());
        assertTrue(made.text().contains("\"=Ann\""), made.text());
        Answer again = make("another", "text/csv", table.text());
        assertEquals(422, again.status(), again.text());
        assertTrue(again.string("detail").startsWith("Line 2: "), again.text());
    }

    @Test
    void aCodeIsRevokedByItsPublisherOnly() {
        String code =
                make("key", "application/json", PRESS)
                        .json()
                        .getAsJsonArray("items")
                        .get(0)
                        .getAsJsonObject()
                        .get("code")
                        .getAsString();
        Http intruder = Studio.open("intruder").http();
        assertEquals(404, delete(intruder, codes + "/" + code).status());
        assertEquals(404, intruder.get(codes).status());
        assertEquals(404, intruder.get("/api/v1/bundles/" + bundle + "/contacts").status());
        assertEquals(
                204, delete(studio.http(), codes + "/" + code.toLowerCase(Locale.ROOT)).status());
        assertEquals(404, delete(studio.http(), codes + "/nothing").status());
        assertEquals(401, Http.anonymous().get(codes).status());
    }

    @Test
    void nobodyHasLeftAnAddressYet() {
        String contacts = "/api/v1/bundles/" + bundle + "/contacts";
        assertEquals(0, studio.http().get(contacts).json().getAsJsonArray("items").size());
        assertEquals(
                "\uFEFFemail,consent,given,unsubscribed\r\n",
                studio.http().get(contacts + "?format=csv").text());
    }

    @Test
    void aTierIsPaidForInEveryWayAndRemoved() {
        assertEquals(201, studio.tus().create(bundle, "film.mp4", "paid", 10).status());
        String tier = "/api/v1/bundles/" + bundle + "/tiers/Film";
        Answer want =
                studio.http()
                        .put(
                                tier,
                                "{\"files\":[\"film.mp4\"],\"tips\":true,\"payWhatYouWant\":"
                                        + "[{\"minimum\":{\"amount\":300,\"currency\":\"usd\"}}]}");
        assertEquals(200, want.status(), want.text());
        assertEquals(300, want.json().getAsJsonObject("price").get("amount").getAsInt());
        assertTrue(want.json().get("tips").getAsBoolean());
        Answer low =
                studio.http()
                        .put(
                                tier,
                                "{\"files\":[\"film.mp4\"],\"prices\":"
                                        + "[{\"amount\":600,\"currency\":\"usd\"},"
                                        + "{\"amount\":1,\"currency\":\"eur\"}]}");
        assertEquals(422, low.status(), low.text());
        assertEquals(204, delete(studio.http(), tier).status());
        assertEquals(404, delete(studio.http(), tier).status());
        assertEquals(0, studio.show(bundle).getAsJsonArray("tiers").size());
    }

    private JsonObject list() {
        return studio.http().get(codes).json();
    }

    private Answer make(String key, String type, String body) {
        return studio.http()
                .send(
                        "POST",
                        codes,
                        Map.of("Content-Type", type, "Idempotency-Key", key),
                        BodyPublishers.ofString(body));
    }

    private static Answer delete(Http http, String address) {
        return http.send("DELETE", address, Map.of(), BodyPublishers.noBody());
    }
}
