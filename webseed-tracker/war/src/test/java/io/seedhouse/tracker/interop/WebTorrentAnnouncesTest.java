package io.seedhouse.tracker.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.udp.UdpServer;
import io.seedhouse.tracker.wire.Networks;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WebTorrent's tracker client, {@code bittorrent-tracker} of npm. Over UDP it speaks IPv4 alone.
 */
class WebTorrentAnnouncesTest {
    private static final Infohash V1 = new Infohash("0123456789abcdef0123456789abcdef01234567");
    private static final Infohash OTHER = new Infohash("f".repeat(40));
    private static final Networks NONE = Networks.parse("", "exempt");

    private final AdmittedTorrents admitted =
            Admitting.only(new Torrent(UUID.randomUUID(), V1, null, "Film"));
    private final Tally tally = new Tally();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void downloadsOverHttp(String host) throws Exception {
        try (EmbeddedTracker tracker =
                new EmbeddedTracker(host, 0, admitted, folder, NONE, tally)) {
            assertEquals(life(host), announce(http(host, tracker.port()), V1));
        }
    }

    /** Of a magnet link's bytes left it knows nothing, and then says so: all ones. */
    @Test
    void downloadsOverUdp() throws Exception {
        try (UdpServer tracker = udp()) {
            assertEquals(life("127.0.0.1"), announce("udp://127.0.0.1:" + tracker.port(), V1));
        }
    }

    @Test
    void isToldThatATorrentIsNotServedHere() throws Exception {
        try (EmbeddedTracker http = new EmbeddedTracker("::1", 0, admitted, folder, NONE, tally);
                UdpServer udp = udp()) {
            assertTrue(
                    announce(http("::1", http.port()), OTHER)
                            .startsWith("seeder start: refused: This tracker does not serve"));
            assertTrue(
                    announce("udp://127.0.0.1:" + udp.port(), OTHER)
                            .startsWith("seeder start: refused: This tracker does not serve"));
        }
    }

    private UdpServer udp() throws Exception {
        return UdpServer.start(new InetSocketAddress("127.0.0.1", 0), admitted, NONE, tally, 0);
    }

    private static String http(String host, int port) {
        return "http://%s:%d/tracker/announce".formatted(bracketed(host), port);
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** An update soon after the start is answered without peers; a seeder is told of no seeder. */
    private static String life(String host) {
        return """
        seeder start: 1 complete, 0 incomplete
        leecher start: 1 complete, 1 incomplete, HOST:7001
        leecher update: 1 complete, 1 incomplete
        leecher scrape: 1 complete, 0 downloaded, 1 incomplete
        leecher complete: 2 complete, 0 incomplete
        seeder scrape: 2 complete, 1 downloaded, 0 incomplete
        seeder stop: 1 complete, 0 incomplete
        leecher scrape: 1 complete, 1 downloaded, 0 incomplete
        """
                .replace("HOST", bracketed(host));
    }

    private String announce(String url, Infohash infohash) throws Exception {
        Path said = folder.resolve("said");
        Path complaint = folder.resolve("complaint");
        Process client =
                new ProcessBuilder(NpmPackages.command("announce.mjs", url, infohash.hex()))
                        .redirectOutput(said.toFile())
                        .redirectError(complaint.toFile())
                        .start();
        boolean ended = client.waitFor(180, TimeUnit.SECONDS);
        client.destroyForcibly();
        assertTrue(ended && client.waitFor() == 0, Files.readString(complaint));
        return Files.readString(said);
    }
}
