package io.seedhouse.tracker.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two of WebTorrent's tracker clients find each other over a WebSocket and connect by WebRTC, with
 * a native WebRTC for Node that comes built as a package.
 */
class WebTorrentMeetsTest {
    private static final Infohash V1 = new Infohash("f123456789abcdef0123456789abcdef01234567");
    private static final Networks NONE = Networks.parse("", "exempt");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]"})
    @Timeout(180)
    void connectsTwoPeersAndCountsThem(String host) throws Exception {
        Torrent film = new Torrent(UUID.randomUUID(), V1, null, "Film");
        try (EmbeddedTracker tracker =
                new EmbeddedTracker(
                        host, 0, Admitting.only(film), Path.of("unused"), NONE, new Tally())) {
            assertEquals(
                    """
                    started 1 1
                    received the film
                    scraped 1 1 0
                    completed 2 0
                    stopped 1 0
                    """,
                    meet("ws://" + host + ":" + tracker.port() + "/tracker/ws"));
        }
    }

    private String meet(String announce) throws Exception {
        Path output = folder.resolve("output");
        Process node =
                new ProcessBuilder(NpmPackages.command("meet.mjs", announce, V1.hex()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            node.waitFor(170, TimeUnit.SECONDS);
        } finally {
            node.destroyForcibly();
        }
        return Files.readString(output);
    }
}
