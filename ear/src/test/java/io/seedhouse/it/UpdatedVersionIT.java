package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import io.seedhouse.packager.metainfo.Metainfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new version that keeps its keys: what stays as it is need not be fetched or opened anew. */
@ExtendWith(ArquillianExtension.class)
class UpdatedVersionIT {
    private static final Duration TOLD = Duration.ofMinutes(1);
    private static final String LOCKED = "locked/film.mp4.age";
    private static final long FILM = 12_000_001;

    private final Path folder = PlatformUnderTest.scratch().resolve("updated");
    private final Studio studio = Studio.open("updated");

    private String published(String bundle) {
        assertEquals(202, studio.seal(bundle).status());
        studio.awaitSealed(bundle);
        return studio.publish(bundle).get("slug").getAsString();
    }

    @Test
    void anUnchangedFilmStaysAsItIsAndItsBuyersGetWhatWasAdded() throws Exception {
        Path film = Films.make(folder.resolve("film.mp4"), FILM, 5);
        Path making = Films.make(folder.resolve("making.mp4"), 700_001, 6);
        String old = studio.bundle("The long cut");
        studio.tus().upload(old, film, "paid");
        String offer = studio.tier(old, "film", 700, "usd", "film.mp4").string("offerId");
        String oldSlug = published(old);
        Buyer buyer = Buyer.checkout(offer);
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        String oldKeyring = buyer.keyring().text();

        String anew = begin(old);
        studio.tus().upload(anew, making, "paid");
        assertEquals(
                200, studio.tier(anew, "film", 700, "usd", "film.mp4", "making.mp4").status());
        String slug = published(anew);

        byte[] before = torrent(oldSlug);
        byte[] after = torrent(slug);
        assertArrayEquals(root(before), root(after));
        assertEquals(Metainfo.parse(before).pieceLength(), Metainfo.parse(after).pieceLength());
        assertEquals(
                List.of(Metainfo.parse(before).infohashV1Hex().orElseThrow()),
                Metainfo.parse(after).details().similar());
        assertTrue(
                Files.isSameFile(content(old, oldSlug), content(anew, slug)),
                "no byte of it is copied");

        Path sealed = fetch(anew, slug, LOCKED);
        assertArrayEquals(
                Files.readAllBytes(fetch(old, oldSlug, LOCKED)), Files.readAllBytes(sealed));
        assertEquals(Films.sha256(film), Films.sha256(unlocked(oldKeyring, sealed, "film.mp4")));
        String keyring = awaitMaking(buyer, slug);
        Path added = fetch(anew, slug, "locked/making.mp4.age");
        assertEquals(Films.sha256(making), Films.sha256(unlocked(keyring, added, "making.mp4")));
        Await.until(
                "the buyer is told",
                TOLD,
                () ->
                        Optional.of(Http.anonymous().getSecret("/mail", Map.of()).text())
                                .filter(page -> page.contains("a new version of The long cut")));

        var fan = new TrackerClient(Metainfo.parse(before).infohashV1Hex().orElseThrow(), 6893);
        assertEquals("", TrackerClient.failure(fan.announce("started", 1)));
        try (var client = Libtorrent.downloadBoth(before, after, folder.resolve("both"))) {
            long fetched = client.fetchedOfSuccessor();
            assertTrue(fetched < FILM / 2, "of the film nothing is fetched again: " + fetched);
        }
        assertEquals(
                Films.sha256(content(old, oldSlug)),
                Films.sha256(folder.resolve("both").resolve(oldSlug).resolve(LOCKED)),
                "and what was there is as it was");
    }

    private String begin(String old) {
        String address = "/api/v1/bundles/" + old + "/versions";
        assertEquals(422, studio.http().post(address, "{\"keys\":\"lost\"}").status());
        Answer begun = studio.http().post(address, "{\"keys\":\"kept\"}");
        assertEquals(201, begun.status(), begun.text());
        assertEquals("kept", begun.string("versionKeys"));
        JsonObject file = begun.json().getAsJsonArray("files").get(0).getAsJsonObject();
        assertEquals("kept", file.get("access").getAsString());
        assertEquals(409, studio.http().post(address, "{\"keys\":\"new\"}").status());
        return begun.string("id");
    }

    private static String awaitMaking(Buyer buyer, String slug) {
        return Await.until(
                "the keyring opens what was added",
                TOLD,
                () ->
                        Optional.of(buyer.keyring().text())
                                .filter(text -> keyOf(text, "making.mp4", slug)));
    }

    /** What is only announced is a remark of another form. */
    private static boolean keyOf(String keyring, String name, String slug) {
        return keyring.contains("\n# %s, in the folder %s\n# public key".formatted(name, slug));
    }

    private static byte[] torrent(String slug) {
        Answer torrent = Http.anonymous().get("/b/" + slug + "/bundle.torrent");
        assertEquals(200, torrent.status());
        return torrent.bytes();
    }

    private static byte[] root(byte[] torrent) throws Exception {
        return Metainfo.parse(torrent).files().stream()
                .filter(file -> file.path().equals(LOCKED))
                .findFirst()
                .orElseThrow()
                .v2()
                .orElseThrow()
                .root();
    }

    private static Path content(String bundle, String slug) {
        return PlatformUnderTest.home().resolve("content/" + bundle + "/" + slug + "/" + LOCKED);
    }

    private Path fetch(String bundle, String slug, String path) throws Exception {
        Answer file =
                Http.anonymous().get("/tracker/seed/%s/%s/%s".formatted(bundle, slug, path));
        assertEquals(200, file.status());
        Path to = folder.resolve("fetched/" + slug + "/" + path);
        Files.createDirectories(to.getParent());
        return Files.write(to, file.bytes());
    }

    private Path unlocked(String keyring, Path sealed, String name) throws Exception {
        Path keys = Files.writeString(folder.resolve(name + ".keys.txt"), keyring);
        Path out = folder.resolve("out-" + name);
        var outcome =
                CommandLine.seedhouse(
                        "unlock",
                        "--keyring",
                        keys.toString(),
                        "--out",
                        out.toString(),
                        sealed.toString());
        assertEquals(0, outcome.status(), outcome.all());
        return Folders.find(out, name);
    }
}
