package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.nio.file.Path;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bundle for clients that know torrents of version 1 only. */
@ExtendWith(ArquillianExtension.class)
class OldClientsIT {

    @Test
    void aBundleInTheFormatV1IsFetchedFromTheWebSeedAndFromPeersTheTrackerNames() throws Exception {
        var film = PublishedFilm.inFormat("v1", "For old machines", 9_000_001);
        assertTrue(film.facts().get("infohashV2").isJsonNull(), film.facts().toString());
        String magnet = film.facts().get("magnet").getAsString();
        assertTrue(magnet.contains("btih:" + film.infohashV1()), magnet);
        assertFalse(magnet.contains("btmh"), magnet);
        Path swarm = PlatformUnderTest.scratch().resolve("swarm-v1");
        try (var first = Libtorrent.download(film.torrent(), swarm.resolve("first"))) {
            assertEquals(film.infohashV1(), first.infohashV1());
            assertEquals("0".repeat(64), first.infohashV2());
            Libtorrent.downloadFromPeers(film.torrent(), swarm.resolve("second")).close();
        }
        assertEquals(
                Films.sha256(film.teaser()),
                Films.sha256(Folders.find(swarm.resolve("second"), PublishedFilm.TEASER)));
        String slug = film.facts().get("slug").getAsString();
        assertEquals(200, Http.anonymous().get("/b/" + slug).status());
    }

    @Test
    void anyOtherFormatIsRefusedNamingTheTwoThereAre() throws Exception {
        Studio studio = Studio.open("futurist");
        Answer refused = studio.seal(studio.bundle("In v3"), "v3");
        assertEquals(422, refused.status());
        assertEquals("The format must be hybrid or v1.", refused.string("detail"));
    }
}
