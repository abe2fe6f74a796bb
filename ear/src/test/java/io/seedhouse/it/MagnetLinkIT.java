package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A magnet link and nobody else there: the platform's own peer tells what the link leaves out. */
@ExtendWith(ArquillianExtension.class)
class MagnetLinkIT {

    private final Path folder = PlatformUnderTest.scratch().resolve("magnet");

    @Test
    void aStockClientThatKnowsOnlyTheMagnetLinkCompletesFromTheWebSeed() throws Exception {
        var film = PublishedFilm.of("Only by magnet", 9_000_001);
        String magnet = film.facts().get("magnet").getAsString();
        try (var client = Libtorrent.resolve(magnet, folder.resolve("both"))) {
            assertEquals(film.infohashV1(), client.infohashV1());
            assertEquals(film.infohashV2(), client.infohashV2());
        }
        assertComplete(film, folder.resolve("both"));
        String onlyV2 = magnet.replaceFirst("xt=urn:btih:[0-9a-f]{40}&", "");
        Libtorrent.resolve(onlyV2, folder.resolve("v2")).close();
        assertComplete(film, folder.resolve("v2"));
    }

    private static void assertComplete(PublishedFilm film, Path downloaded) throws IOException {
        Path content = PlatformUnderTest.home().resolve("content/" + film.bundle());
        for (String file : new String[] {PublishedFilm.TEASER, PublishedFilm.FILM + ".age"}) {
            assertEquals(
                    Films.sha256(Folders.find(content, file)),
                    Films.sha256(Folders.find(downloaded, file)));
        }
    }
}
