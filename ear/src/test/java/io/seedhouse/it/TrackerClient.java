package io.seedhouse.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeException;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A BitTorrent client in one torrent's swarm, as far as trackers see one.
 *
 * @param infohash 40 hexadecimal digits
 * @param port where it claims to listen
 */
record TrackerClient(String infohash, int port) {
    private static final long UDP_MAGIC = 0x41727101980L;
    private static final int PATIENCE_MILLIS = 10_000;

    /** Announces over HTTP. */
    BencodeDictionary announce(String event, long left) {
        return http(
                "announce?info_hash=%s&peer_id=%s&port=%d&uploaded=0&downloaded=0&left=%d&event=%s"
                        .formatted(escaped(), peerId(), port, left, event));
    }

    /** Downloads ever completed, as a scrape over HTTP tells. */
    long completed() {
        var files = dictionary(http("scrape?info_hash=" + escaped()), "files");
        var counts = (BencodeDictionary) files.entries().values().iterator().next();
        return ((BencodeNumber) Objects.requireNonNull(counts.get("downloaded"))).value();
    }

    /** Announces over UDP; the whole datagram that came back. */
    ByteBuffer announceByUdp(int trackerPort) {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", trackerPort));
            var connect = ByteBuffer.allocate(16).putLong(UDP_MAGIC).putInt(0).putInt(7);
            long id = exchange(socket, connect).getLong(8);
            var announce = ByteBuffer.allocate(98).putLong(id).putInt(1).putInt(8);
            announce.put(HexFormat.of().parseHex(infohash)).put(peerId().getBytes(ISO_8859_1));
            announce.putLong(0).putLong(1).putLong(0).putInt(2).putInt(0).putInt(9).putInt(-1);
            return exchange(socket, announce.putShort((short) port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The announce of a peer in a browser. */
    String announceAsJson() {
        var announce = new JsonObject();
        announce.addProperty("action", "announce");
        announce.addProperty(
                "info_hash", new String(HexFormat.of().parseHex(infohash), ISO_8859_1));
        announce.addProperty("peer_id", peerId());
        announce.addProperty("left", 1);
        announce.addProperty("event", "started");
        return announce.toString();
    }

    /** A connection to the tracker's door for browsers, through the server's own port. */
    static final class Signalling implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        /** On one thread: with its usual pool it now and then overlooks what comes. */
        private final HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();

        private final WebSocket socket;

        Signalling() {
            URI door = Http.absolute("/tracker/ws");
            socket =
                    client.newWebSocketBuilder()
                            .buildAsync(URI.create("ws" + door.toString().substring(4)), this)
                            .join();
        }

        void say(String json) {
            socket.sendText(json, true).join();
        }

        /** The next message; fails when none comes in time. */
        JsonObject hear() throws InterruptedException {
            String text = heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (text == null) {
                throw new AssertionError("the tracker said nothing");
            }
            return JsonParser.parseString(text).getAsJsonObject();
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
            client.close();
        }
    }

    private static BencodeDictionary http(String request) {
        try {
            byte[] answer = Http.anonymous().get("/tracker/" + request).bytes();
            return (BencodeDictionary) BencodeReader.read(answer);
        } catch (BencodeException e) {
            throw new AssertionError("no bencode came back", e);
        }
    }

    private static BencodeDictionary dictionary(BencodeDictionary from, String key) {
        return (BencodeDictionary) Objects.requireNonNull(from.get(key), from.toString());
    }

    /** The reason of an answer that is a refusal; empty for any other. */
    static String failure(BencodeDictionary answer) {
        return answer.get("failure reason") instanceof BencodeString reason
                ? reason.lenientText()
                : "";
    }

    private static ByteBuffer exchange(DatagramSocket socket, ByteBuffer request)
            throws IOException {
        socket.send(new DatagramPacket(request.array(), request.capacity()));
        var answer = new DatagramPacket(new byte[2048], 2048);
        socket.receive(answer);
        return ByteBuffer.wrap(answer.getData(), 0, answer.getLength());
    }

    private String escaped() {
        return infohash.replaceAll("..", "%$0");
    }

    private String peerId() {
        return "-IT0001-%012d".formatted(port);
    }
}
