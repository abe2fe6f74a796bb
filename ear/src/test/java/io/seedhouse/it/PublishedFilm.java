package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A bundle on sale, with the clear files it was made of.
 *
 * @param facts what publishing it answered
 */
record PublishedFilm(
        Studio studio, String bundle, String offer, JsonObject facts, Path film, Path teaser) {

    static final String FILM = "The Long Interval & Entr’acte été [4K].mp4";
    static final String TEASER = "teaser.mp4";

    /** Uploads, seals and publishes a film of this size; its upload breaks at the given offsets. */
    static PublishedFilm of(String title, long bytes, long... breaks) throws IOException {
        return inFormat("hybrid", title, bytes, breaks);
    }

    /** The same, sealed in this format. */
    static PublishedFilm inFormat(String format, String title, long bytes, long... breaks)
            throws IOException {
        Path folder = PlatformUnderTest.scratch().resolve("clear-" + title.hashCode());
        Path film = Films.make(folder.resolve(FILM), bytes, title.hashCode());
        Path teaser = Films.make(folder.resolve(TEASER), 3_000_001, title.hashCode() + 1L);
        Studio studio = Studio.open("studio");
        String bundle = studio.bundle(title);
        studio.tus().upload(bundle, teaser, "free");
        studio.tus().upload(bundle, film, "paid", breaks);
        Answer tier = studio.tier(bundle, "film", 600, "usd", FILM);
        assertEquals(200, tier.status(), tier.text());
        Answer seal = studio.seal(bundle, format);
        assertEquals(202, seal.status(), seal.text());
        studio.awaitSealed(bundle);
        JsonObject facts = studio.publish(bundle);
        return new PublishedFilm(studio, bundle, tier.string("offerId"), facts, film, teaser);
    }

    byte[] torrent() {
        Answer answer = Http.anonymous().get(facts.get("torrentUrl").getAsString());
        assertEquals(200, answer.status());
        return answer.bytes();
    }

    String infohashV1() {
        return facts.get("infohashV1").getAsString();
    }

    String infohashV2() {
        return facts.get("infohashV2").getAsString();
    }
}
