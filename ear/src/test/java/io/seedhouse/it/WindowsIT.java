package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A release opens step by step: its page, its locked files, its keys, its extras. */
@ExtendWith(ArquillianExtension.class)
class WindowsIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Path folder = PlatformUnderTest.scratch().resolve("windows");
    private final Studio studio = Studio.open("windows");

    private String sealed(String title) throws Exception {
        String bundle = studio.bundle(title);
        studio.tus().upload(bundle, Films.make(folder.resolve("teaser.mp4"), 400_000, 1), "free");
        studio.tus().upload(bundle, Films.make(folder.resolve("film.mp4"), 9_000_001, 2), "paid");
        studio.tus().upload(bundle, Films.make(folder.resolve("making.mp4"), 300_000, 3), "paid");
        assertEquals(200, Plans.mark(studio, bundle, "making.mp4", true).status());
        assertEquals(202, studio.seal(bundle).status());
        studio.awaitSealed(bundle);
        return bundle;
    }

    @Test
    void theTeaserOpensThePageByItselfAndNotBefore() throws Exception {
        String bundle = sealed("First of four");
        JsonObject waiting = Plans.publish(studio, bundle, Plans.in("teaser", 5, "premiere", 90));
        assertEquals("sealed", waiting.get("status").getAsString());
        assertFalse(open(waiting, "page"));
        String page = "/b/" + waiting.get("slug").getAsString();
        assertEquals(404, Http.anonymous().get(page).status());
        assertEquals(404, Http.anonymous().get("/api/v1/bundles/" + bundle).status());
        Await.until(
                "the page is public",
                SOON,
                () -> Optional.of(Http.anonymous().get(page)).filter(a -> a.status() == 200));
        assertEquals("published", studio.show(bundle).get("status").getAsString());
        Answer back =
                studio.http().put("/api/v1/bundles/" + bundle + "/windows", Plans.in("teaser", 60));
        assertEquals(422, back.status());
        assertTrue(back.string("detail").contains("public since"), back.text());
    }

    @Test
    void libtorrentHasTheFreeFilesAtOnceAndTheLockedOnesAfterThePreload() throws Exception {
        String bundle = sealed("Second of four");
        JsonObject facts = Plans.publish(studio, bundle, Plans.in("preload", 45));
        String slug = facts.get("slug").getAsString();
        String seed = "/tracker/seed/%s/%s/".formatted(bundle, slug);
        Answer refused = Http.anonymous().get(seed + "locked/film.mp4.age");
        assertEquals(503, refused.status());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) <= 45, refused.text());
        assertTrue(refused.text().contains("can be fetched from"), refused.text());
        assertEquals(200, Http.anonymous().get(seed + "free/teaser.mp4").status());

        byte[] torrent = Http.anonymous().get("/b/" + slug + "/bundle.torrent").bytes();
        Path into = folder.resolve("preload");
        try (var client = Libtorrent.begin(torrent, into)) {
            Path teaser = into.resolve(slug + "/free/teaser.mp4");
            Await.until("the free file is there", SOON, () -> same(teaser, "teaser.mp4"));
            assertFalse(open(studio.show(bundle), "locked"), "before the preload");
            client.awaitWhole();
        }
        assertTrue(open(studio.show(bundle), "locked"));
    }

    private Optional<Path> same(Path fetched, String name) {
        try {
            boolean same =
                    Files.exists(fetched)
                            && Films.sha256(fetched).equals(Films.sha256(folder.resolve(name)));
            return same ? Optional.of(fetched) : Optional.empty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theFilmsKeyComesAtThePremiereAndTheExtrasKeyLater() throws Exception {
        String bundle = sealed("Third of four");
        String offer =
                studio.tier(bundle, "all", 700, "usd", "film.mp4", "making.mp4").string("offerId");
        Plans.publish(studio, bundle, Plans.in("premiere", 20, "extras", 35));
        Buyer buyer = Buyer.checkout(offer);
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        assertEquals(425, buyer.keyring().status());

        Answer first =
                Await.until(
                        "the film opens",
                        SOON,
                        () -> Optional.of(buyer.keyring()).filter(a -> a.status() == 200));
        assertEquals(1, keys(first.text()));
        assertTrue(first.text().contains("# Not in it yet: making.mp4"), "and when it comes");
        Answer closed = Plans.mark(studio, bundle, "film.mp4", true);
        assertEquals(422, closed.status(), closed.text());

        Await.until(
                "the extra opens",
                SOON,
                () -> Optional.of(buyer.keyring().text()).filter(text -> keys(text) == 2));
        Await.until(
                "the buyer is told",
                SOON,
                () ->
                        Optional.of(Http.anonymous().getSecret("/mail", Map.of()).text())
                                .filter(page -> page.contains("The extras of Third of four")));
    }

    @Test
    void momentsOutOfOrderAndOthersBundlesAreRefused() throws Exception {
        String bundle = studio.bundle("Fourth of four");
        String address = "/api/v1/bundles/" + bundle + "/windows";
        Answer disorder = studio.http().put(address, Plans.in("premiere", 60, "extras", 30));
        assertEquals(422, disorder.status());
        assertTrue(disorder.string("detail").contains("premiere"), disorder.text());
        assertTrue(disorder.string("detail").contains("extras"), disorder.text());
        assertEquals(422, studio.http().put(address, "{\"teaser\":\"soon\"}").status());
        Studio other = Studio.open("stranger");
        assertEquals(404, other.http().put(address, Plans.in("premiere", 60)).status());
        JsonObject planned = Plans.put(studio, bundle, Plans.in("premiere", 3600));
        assertTrue(planned.getAsJsonObject("windows").has("premiere"), planned.toString());
    }

    private static boolean open(JsonObject bundle, String part) {
        return bundle.getAsJsonObject("windows")
                .getAsJsonObject("open")
                .get(part)
                .getAsBoolean();
    }

    private static int keys(String keyring) {
        return keyring.split("AGE-SECRET-KEY-1", -1).length - 1;
    }
}
