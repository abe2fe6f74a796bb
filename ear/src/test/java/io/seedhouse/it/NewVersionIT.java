package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * After a leak: a film is sealed anew, its buyers own that too, and the leaked key opens nothing.
 */
@ExtendWith(ArquillianExtension.class)
class NewVersionIT {
    private static final Pattern IDENTITY = Pattern.compile("AGE-SECRET-KEY-1[0-9A-Z]+");
    private static final Duration TOLD = Duration.ofMinutes(1);

    @Test
    void theBuyersOfALeakedFilmOpenItsNewVersionAndTheLeakedKeyDoesNot() throws Exception {
        var film = PublishedFilm.of("The leak", 3_000_001);
        var studio = film.studio();
        Buyer buyer = Buyer.checkout(film.offer());
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        String leaked = buyer.keyring().text();
        assertTrue(leaked.contains("# Order " + buyer.orderId()), "whose it is can be told");

        String anew = newVersion(studio, film.bundle());
        assertEquals(202, studio.seal(anew).status());
        studio.awaitSealed(anew);
        JsonObject facts = studio.publish(anew);
        String slug = facts.get("slug").getAsString();

        String both = awaitBoth(buyer, slug);
        Path old = fetch(film.bundle(), film.facts().get("slug").getAsString(), "old.age");
        Path sealed = fetch(anew, slug, "new.age");
        assertNotEquals(Films.sha256(old), Films.sha256(sealed));
        assertEquals(Films.sha256(film.film()), Films.sha256(unlocked(both, sealed, "new")));
        assertEquals(Films.sha256(film.film()), Films.sha256(unlocked(both, old, "old")));
        assertEquals(Films.sha256(film.film()), Films.sha256(unlocked(leaked, old, "leaked")));
        assertNotEquals(0, unlock(leaked, sealed, "nothing").status(), "the leak ends here");

        assertReplaced(film, slug);
        Await.until(
                "the buyer is told",
                TOLD,
                () ->
                        Optional.of(Http.anonymous().getSecret("/mail", Map.of()).text())
                                .filter(page -> page.contains("a new version of The leak")));
        Leaks.assertNone(
                Stream.of(leaked, both)
                        .flatMap(text -> IDENTITY.matcher(text).results())
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
    }

    private static String newVersion(Studio studio, String bundle) {
        String address = "/api/v1/bundles/" + bundle + "/versions";
        Answer begun = studio.http().post(address, "{}");
        assertEquals(201, begun.status(), begun.text());
        assertEquals("draft", begun.string("status"));
        assertEquals(bundle, begun.string("versionOf"));
        Answer again = studio.http().post(address, "{}");
        assertEquals(200, again.status(), again.text());
        assertEquals(begun.string("id"), again.string("id"));
        assertEquals(404, Studio.open("stranger").http().post(address, "{}").status());
        return begun.string("id");
    }

    /** The keyring is the buyer's own by right, and so its text is kept out of the transcript. */
    private static String awaitBoth(Buyer buyer, String slug) {
        return Await.until(
                "the keyring opens both",
                TOLD,
                () ->
                        Optional.of(buyer.keyring().text())
                                .filter(text -> text.contains(", in the folder " + slug)));
    }

    /** The old one is shared and shown as before, and neither listed nor sold. */
    private static void assertReplaced(PublishedFilm film, String slug) {
        String old = film.facts().get("slug").getAsString();
        String page = Http.anonymous().get("/b/" + old).text();
        assertTrue(page.contains("href=\"/b/" + slug + "\""), page);
        assertFalse(page.contains("name=\"offer\""), page);
        assertTrue(Http.anonymous().get("/b/" + slug).text().contains("name=\"offer\""));
        String found = Http.anonymous().get("/api/v1/bundles?q=The%20leak").text();
        assertFalse(found.contains("\"" + film.bundle() + "\""), found);
        assertTrue(found.contains("\"" + slug + "\""), found);
        String checkouts = "/api/v1/offers/" + film.offer() + "/checkouts";
        assertEquals(
                404,
                Http.anonymous().post(checkouts, "{\"email\":\"fan@audience.example\"}").status());
        var fan = new TrackerClient(film.infohashV1(), 6891);
        assertEquals("", TrackerClient.failure(fan.announce("started", 1)));
    }

    private static Path fetch(String bundle, String slug, String as) throws IOException {
        Answer torrent = Http.anonymous().get("/b/" + slug + "/bundle.torrent");
        assertEquals(200, torrent.status());
        String name = PublishedFilm.FILM + ".age";
        String path =
                java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20");
        Answer sealed =
                Http.anonymous().get("/tracker/seed/%s/%s/locked/%s".formatted(bundle, slug, path));
        assertEquals(200, sealed.status());
        return Files.write(PlatformUnderTest.scratch().resolve(as), sealed.bytes());
    }

    private static Path unlocked(String keyring, Path sealed, String as) throws IOException {
        var outcome = unlock(keyring, sealed, as);
        assertEquals(0, outcome.status(), outcome.all());
        String name = sealed.getFileName().toString().replace(".age", "");
        return Folders.find(PlatformUnderTest.scratch().resolve("version-" + as), name);
    }

    private static CommandLine.Outcome unlock(String keyring, Path sealed, String as)
            throws IOException {
        Path keys = PlatformUnderTest.scratch().resolve("version-" + as + ".txt");
        return CommandLine.seedhouse(
                "unlock",
                "--keyring",
                Files.writeString(keys, keyring).toString(),
                "--out",
                PlatformUnderTest.scratch().resolve("version-" + as).toString(),
                sealed.toString());
    }

    @Test
    void theStudioAsksFirstAndTheBuyersPageLeadsToTheNewVersion() {
        var publisher = new Person();
        var buyer = new Person();
        String slug = PagesIT.publish(publisher, "Spring tide");
        String order = PagesIT.buy(buyer, slug);
        String studio = "/studio/" + PagesIT.bundleOf(publisher);
        assertTrue(publisher.page(studio).contains(studio + "/version"));
        String question = publisher.page(studio + "/version");
        assertTrue(question.contains("One order is paid"), question);
        assertTrue(question.contains("What has leaked cannot be called back"), question);

        String draft = publisher.follow(studio + "/version").replaceFirst("#.*", "");
        assertNotEquals(studio, draft);
        assertTrue(publisher.page(studio).contains("href=\"" + draft + "\""), "it leads there");
        publisher.follow(draft + "/seal");
        Await.until(
                "the page offers to publish",
                Duration.ofMinutes(2),
                () ->
                        Optional.of(publisher.page(draft))
                                .filter(page -> page.contains(draft + "/publish")));
        publisher.follow(draft + "/publish", "premiere", "");

        String anew = Person.find(publisher.page(draft), "href=\"/b/([^\"/]*)\"");
        String receipt = buyer.page(order);
        assertTrue(receipt.contains("A new version is there"), receipt);
        assertTrue(receipt.contains("/b/" + anew + "/bundle.torrent"), receipt);
        assertTrue(receipt.contains("/b/" + slug + "/bundle.torrent"), "the old one still");
        assertEquals(
                List.of(200, 200),
                Stream.of("/b/" + slug, "/b/" + anew)
                        .map(page -> new Person().open(page).status())
                        .toList());
    }
}
