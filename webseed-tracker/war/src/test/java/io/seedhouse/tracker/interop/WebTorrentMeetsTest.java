package io.seedhouse.tracker.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.torrent.Admitting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two of WebTorrent's tracker clients find each other over a WebSocket and connect by WebRTC, with
 * a native WebRTC for Node that comes built as a package.
 */
class WebTorrentMeetsTest {
    private static final Infohash V1 = new Infohash("f123456789abcdef0123456789abcdef01234567");

    @TempDir Path folder;

    @Test
    @Timeout(180)
    void connectsTwoPeersAndCountsThem() throws Exception {
        Torrent film = new Torrent(UUID.randomUUID(), V1, null, "Film");
        try (EmbeddedTracker tracker =
                new EmbeddedTracker(Admitting.only(film), Path.of("unused"), "")) {
            assertEquals(
                    """
                    started 1 1
                    received the film
                    scraped 1 1 0
                    completed 2 0
                    stopped 1 0
                    """,
                    meet("ws://127.0.0.1:" + tracker.port() + "/tracker/ws"));
        }
    }

    private String meet(String announce) throws Exception {
        Path output = folder.resolve("output");
        Process node =
                new ProcessBuilder(
                                "node",
                                "src/test/tracker-client/meet.mjs",
                                "target/tracker-client",
                                announce,
                                V1.hex())
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
