package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, once through: a film goes up, is sealed, seeded, sold, and comes out again. */
@ExtendWith(ArquillianExtension.class)
class OneFilmFromUploadToUnlockIT {

    private static final long FILM_BYTES = 200 * 1024 * 1024 + 12_345;
    private static final Pattern IDENTITY = Pattern.compile("AGE-SECRET-KEY-1[0-9A-Z]+");

    @Test
    void aFilmGoesUpIsSealedSeededSoldAndComesOutIdentical() throws Exception {
        var film =
                PublishedFilm.of(
                        "The Long Interval", FILM_BYTES, FILM_BYTES * 2 / 5, FILM_BYTES * 7 / 10);
        Path swarm = PlatformUnderTest.scratch().resolve("swarm");
        try (var first = Libtorrent.download(film.torrent(), swarm.resolve("first"))) {
            assertEquals(film.infohashV1(), first.infohashV1());
            assertEquals(film.infohashV2(), first.infohashV2());
            Libtorrent.downloadFromPeers(film.torrent(), swarm.resolve("second")).close();
        }
        Path sealed = Folders.find(swarm.resolve("second"), PublishedFilm.FILM + ".age");
        assertEquals(
                Films.sha256(film.teaser()),
                Films.sha256(Folders.find(swarm.resolve("second"), PublishedFilm.TEASER)));

        Buyer buyer = Buyer.checkout(film.offer());
        assertEquals(402, buyer.keyring().status());
        Answer paid = buyer.pay("4242424242424242");
        assertTrue(paid.status() == 302 || paid.status() == 303, paid.text());
        // At once: whoever comes back from paying must not be told to pay.
        Answer keyring = buyer.keyring();
        assertEquals(200, keyring.status());

        Path plain = unlock(keyring.text(), sealed);
        assertEquals(Films.sha256(film.film()), Films.sha256(plain));
        assertNothingLeaked(keyring.text(), buyer.orderToken(), film.studio());
    }

    private static Path unlock(String keyring, Path sealed) throws IOException {
        Path file = Files.writeString(PlatformUnderTest.scratch().resolve("keyring.txt"), keyring);
        Path out = PlatformUnderTest.scratch().resolve("unlocked");
        var outcome =
                CommandLine.seedhouse(
                        "unlock",
                        "--keyring",
                        file.toString(),
                        "--out",
                        out.toString(),
                        sealed.toString());
        assertEquals(0, outcome.status(), outcome.all());
        return Folders.find(out, PublishedFilm.FILM);
    }

    private static void assertNothingLeaked(String keyring, String orderToken, Studio studio)
            throws Exception {
        List<String> identities =
                IDENTITY.matcher(keyring).results().map(MatchResult::group).toList();
        assertFalse(identities.isEmpty(), "the keyring holds an identity");
        var secrets =
                Stream.concat(
                                identities.stream(),
                                Stream.of(orderToken, studio.token(), studio.password()))
                        .toList();
        Leaks.assertNone(secrets);
    }
}
