package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the tracker as a page in a browser is one: it speaks JSON over a WebSocket. */
final class Browser implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE = 20;

    /**
     * Works on one thread. With its usual pool the JDK's client now and then overlooks what comes,
     * or that the end came, right behind something else (JDK 25.0.3: one time in fifty).
     */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().executor(Runnable::run).build();

    final String id;
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Boolean> pinged = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    /**
     * @param name by which its peer id begins
     */
    Browser(int port, String name, String... headers) {
        id = (name + "-".repeat(20)).substring(0, 20);
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        URI address = URI.create("ws://127.0.0.1:" + port + "/tracker/ws");
        socket = builder.buildAsync(address, this).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    static JsonObjectBuilder message(String action, String infohash) {
        return Json.createObjectBuilder().add("action", action).add("info_hash", infohash);
    }

    static JsonObject description(String type, String sdp) {
        return Json.createObjectBuilder().add("type", type).add("sdp", sdp).build();
    }

    static String offerId(String name) {
        return (name + "\0\u00ff" + ".".repeat(20)).substring(0, 20);
    }

    JsonObjectBuilder announce(String infohash, long left) {
        return message("announce", infohash).add("peer_id", id).add("left", left);
    }

    JsonObjectBuilder offering(String infohash, long left, String... names) {
        JsonArrayBuilder offers = Json.createArrayBuilder();
        for (String name : names) {
            offers.add(
                    Json.createObjectBuilder()
                            .add("offer_id", offerId(name))
                            .add("offer", description("offer", "sdp of " + name)));
        }
        return announce(infohash, left).add("numwant", names.length).add("offers", offers);
    }

    JsonObjectBuilder answering(JsonObject offer) {
        return message("announce", offer.getString("info_hash"))
                .add("peer_id", id)
                .add("to_peer_id", offer.getString("peer_id"))
                .add("offer_id", offer.getString("offer_id"))
                .add("answer", description("answer", "sdp of the answer"));
    }

    /** Says something and hears the answer. */
    JsonObject ask(JsonObjectBuilder message) {
        say(message);
        return next();
    }

    void say(JsonObjectBuilder message) {
        say(message.build().toString());
    }

    void say(String message) {
        await(socket.sendText(message, true));
    }

    void sayPart(String part) {
        await(socket.sendText(part, false));
    }

    void sayBytes(byte... bytes) {
        await(socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /** It may have been closed meanwhile. */
    void ping() {
        await(socket.sendPing(ByteBuffer.allocate(0)).exceptionally(closed -> socket));
    }

    /** A join that nothing ends would outlive even the test's own time limit. */
    private static void await(CompletableFuture<WebSocket> sent) {
        sent.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** What comes next; fails when nothing does. */
    JsonObject next() {
        try {
            JsonObject message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            assertNotNull(message, "nothing came");
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void hasHeardNothing(String infohash) {
        assertEquals(List.of(), heard(infohash));
    }

    /**
     * What was on its way. Another peer's offer is handed to the thread of this connection, which
     * may take one message first, but not two.
     */
    List<JsonObject> heard(String infohash) {
        List<JsonObject> heard = new ArrayList<>();
        for (int question = 0; question < 2; question++) {
            say(message("scrape", infohash));
            JsonObject next;
            while (!(next = next()).getString("action").equals("scrape")) {
                heard.add(next);
            }
        }
        return heard;
    }

    /** The status code by which the other side closed the connection. */
    int closedWith() {
        return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    boolean wasPinged() {
        return pinged.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(Json.createReader(new StringReader(text.toString())).readObject());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pinged.complete(true);
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cause) {
        closed.complete(0);
    }
}
