package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transmission 3.00, which cannot read a hybrid and does not talk to peers on loopback. */
@ExtendWith(ArquillianExtension.class)
class TransmissionInteropIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder = PlatformUnderTest.scratch().resolve("transmission");

    @Test
    void transmissionFetchesABundleInTheFormatV1FromTheWebSeed() throws Exception {
        var film = PublishedFilm.inFormat("v1", "For a quiet old machine", 20_000_003);
        Path settings = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(
                settings.resolve("settings.json"),
                """
                {"bind-address-ipv4": "127.0.0.1", "dht-enabled": false, "lpd-enabled": false,
                 "pex-enabled": false, "utp-enabled": false, "port-forwarding-enabled": false}
                """);
        Path done = folder.resolve("done");
        Path script =
                Files.writeString(folder.resolve("done.sh"), "#!/bin/sh\ntouch " + done + "\n");
        assertTrue(script.toFile().setExecutable(true));
        Path torrent = Files.write(folder.resolve("bundle.torrent"), film.torrent());
        Path output = folder.resolve("output.txt");
        Process client =
                new ProcessBuilder(
                                List.of(
                                        "transmission-cli",
                                        "-M",
                                        "-g",
                                        settings.toString(),
                                        "-p",
                                        String.valueOf(PlatformUnderTest.freePort()),
                                        "-f",
                                        script.toString(),
                                        "-w",
                                        folder.toString(),
                                        torrent.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            Await.until(
                    "transmission has the whole bundle",
                    PATIENCE,
                    () -> Files.exists(done) ? Optional.of(done) : Optional.empty());
        } finally {
            client.destroy();
            client.waitFor();
        }
        assertEquals(
                Films.sha256(film.teaser()),
                Films.sha256(Folders.find(folder, PublishedFilm.TEASER)));
        Path content = PlatformUnderTest.home().resolve("content/" + film.bundle());
        assertEquals(
                Films.sha256(Folders.find(content, PublishedFilm.FILM + ".age")),
                Films.sha256(Folders.find(folder, PublishedFilm.FILM + ".age")));
    }
}
