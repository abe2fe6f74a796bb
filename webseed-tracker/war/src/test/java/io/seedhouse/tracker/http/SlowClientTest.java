package io.seedhouse.tracker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A thread writes all its answers into the same bytes; whoever reads late must not see another's.
 */
class SlowClientTest {
    private static final int REQUESTS = 2000;

    private final AdmittedTorrents admitted = Admitting.only();

    @Test
    void getsItsOwnAnswersHoweverManyOthersAreAnsweredMeanwhile() throws Exception {
        String request = scrapeOfManyTorrents();
        try (EmbeddedTracker tracker = new EmbeddedTracker(admitted, Path.of("unused"), "");
                Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.setSoTimeout(20_000);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), tracker.port()));
            Thread sender = Thread.startVirtualThread(() -> send(slow, request.repeat(REQUESTS)));
            for (int i = 0; i < 300; i++) {
                tracker.client().get("/tracker/announce?another=client");
            }
            String answers = read(slow, REQUESTS);
            sender.join();
            assertFalse(answers.contains("failure reason"), "told what another client was");
        }
    }

    private String scrapeOfManyTorrents() {
        StringBuilder query = new StringBuilder("GET /tracker/scrape?");
        for (int i = 10; i < 60; i++) {
            String hash = Integer.toString(i).repeat(20);
            Admitting.admit(
                    admitted, new Torrent(UUID.randomUUID(), new Infohash(hash), null, "x"));
            query.append("&info_hash=").append(hash.replaceAll("..", "%$0"));
        }
        return query + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static void send(Socket socket, String requests) {
        try {
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every answer ends with the end of its bencoding, in which these bytes occur nowhere else. */
    private static String read(Socket socket, int answers) throws Exception {
        StringBuilder all = new StringBuilder();
        byte[] some = new byte[1 << 16];
        int ends = 0;
        while (ends < answers) {
            int length = socket.getInputStream().read(some);
            int from = Math.max(0, all.length() - 3);
            all.append(new String(some, 0, Math.max(0, length), ISO_8859_1));
            for (int at = all.indexOf("eeee", from); at >= 0; at = all.indexOf("eeee", at + 4)) {
                ends++;
            }
            if (length < 0) {
                throw new AssertionError("closed after " + ends + " answers");
            }
        }
        return all.toString();
    }
}
