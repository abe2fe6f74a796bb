package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stock aria2 and a stock age, from upload to the opened film. */
@ExtendWith(ArquillianExtension.class)
class Aria2InteropIT {

    @Test
    void aria2FetchesTheBundleFromTheWebSeedAndAgeOpensIt() throws Exception {
        var film = PublishedFilm.of("Night shift", 30_000_007);
        Path folder = Files.createDirectories(PlatformUnderTest.scratch().resolve("aria2"));
        Path torrent = Files.write(folder.resolve("bundle.torrent"), film.torrent());
        CommandLine.succeed(
                List.of(
                        "aria2c",
                        "--no-conf",
                        "--seed-time=0",
                        "--enable-dht=false",
                        "--enable-dht6=false",
                        "--enable-peer-exchange=false",
                        "--bt-enable-lpd=false",
                        "--disable-ipv6",
                        "--file-allocation=none",
                        "--interface=127.0.0.1",
                        "--summary-interval=0",
                        "--allow-overwrite=true",
                        "-d",
                        folder.toString(),
                        torrent.toString()));
        assertEquals(
                Films.sha256(film.teaser()),
                Films.sha256(Folders.find(folder, PublishedFilm.TEASER)));
        assertEquals(Films.sha256(film.film()), Films.sha256(openWithAge(film, folder)));
    }

    private static Path openWithAge(PublishedFilm film, Path folder) throws Exception {
        Buyer buyer = Buyer.checkout(film.offer());
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        Path keyring = Files.writeString(folder.resolve("keyring.txt"), buyer.keyring().text());
        Path plain = folder.resolve("film.mp4");
        CommandLine.succeed(
                List.of(
                        "age",
                        "-d",
                        "-i",
                        keyring.toString(),
                        "-o",
                        plain.toString(),
                        Folders.find(folder, PublishedFilm.FILM + ".age").toString()));
        return plain;
    }
}
