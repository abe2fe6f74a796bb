package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Before its premiere a film may be fetched and paid for, and no key opens. */
@ExtendWith(ArquillianExtension.class)
class PremiereIT {

    @Test
    void aPaidKeyOpensAtThePremiereAndNotBefore() throws Exception {
        Studio studio = Studio.open("premiere");
        String bundle = studio.bundle("Tomorrow night");
        Path film =
                Films.make(PlatformUnderTest.scratch().resolve("premiere/film.mp4"), 200_000, 5);
        studio.tus().upload(bundle, film, "paid");
        String offer = studio.tier(bundle, "film", 700, "usd", "film.mp4").string("offerId");
        studio.seal(bundle);
        studio.awaitSealed(bundle);
        publish(studio, bundle, Instant.now().plus(1, ChronoUnit.DAYS));

        Buyer buyer = Buyer.checkout(offer);
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        assertEquals(425, buyer.keyring().status());

        publish(studio, bundle, Instant.now().minus(1, ChronoUnit.MINUTES));
        assertEquals(200, buyer.keyring().status());
    }

    private static void publish(Studio studio, String bundle, Instant premiere) {
        var wish = new JsonObject();
        wish.addProperty("premiere", premiere.truncatedTo(ChronoUnit.SECONDS).toString());
        Answer answer =
                studio.http().post("/api/v1/bundles/" + bundle + "/publish", wish.toString());
        assertEquals(200, answer.status(), answer.text());
    }
}
