package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        aria2(folder, torrent.toString());
        assertEquals(
                Films.sha256(film.teaser()),
                Films.sha256(Folders.find(folder, PublishedFilm.TEASER)));
        assertEquals(Films.sha256(film.film()), Films.sha256(openWithAge(film, folder)));
    }

    /** It ignores the magnet link's web seed, so metadata is all it can have of us by that link. */
    @Test
    void aria2ResolvesTheMagnetLinkWithNoOtherPeer() throws Exception {
        var film = PublishedFilm.of("Morning shift", 1_000_003);
        Path folder = Files.createDirectories(PlatformUnderTest.scratch().resolve("aria2-magnet"));
        String magnet = film.facts().get("magnet").getAsString();
        aria2(folder, "--bt-metadata-only=true", "--bt-save-metadata=true", magnet);
        Path saved = folder.resolve(film.infohashV1() + ".torrent");
        assertArrayEquals(info(film.torrent()), info(Files.readAllBytes(saved)));
    }

    private static byte[] info(byte[] torrent) throws IOException {
        var top = (BencodeDictionary) BencodeReader.read(torrent);
        return Objects.requireNonNull(top.get("info")).encode();
    }

    private static void aria2(Path folder, String... arguments) throws Exception {
        var fixed =
                Stream.of(
                        "aria2c",
                        "--no-conf",
                        "--seed-time=0",
                        "--stop=120",
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
                        folder.toString());
        CommandLine.succeed(Stream.concat(fixed, Stream.of(arguments)).toList());
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
