package io.seedhouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A publisher's own program on this machine: keeps what it is told, and answers as it was told. */
final class WebhookReceiver implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int TAKEN = 204;

    private final HttpServer server;
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers;

    /** One request, as it came. */
    record Message(String id, String second, List<String> signatures, String body) {
        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }

        /** Whether one of its signatures is this secret's, as Standard Webhooks 1.0.0 has it. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
                byte[] ours = mac.doFinal((id + "." + second + "." + body).getBytes(UTF_8));
                return signatures.contains("v1," + Base64.getEncoder().encodeToString(ours));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private WebhookReceiver(List<Integer> answers) throws IOException {
        this.answers = new ConcurrentLinkedQueue<>(answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks", this::receive);
        server.start();
    }

    /** Answers the first requests with these statuses, and takes all that come after. */
    static WebhookReceiver answering(Integer... statuses) throws IOException {
        return new WebhookReceiver(List.of(statuses));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(
                    new Message(
                            header(exchange, "webhook-id"),
                            header(exchange, "webhook-timestamp"),
                            List.of(header(exchange, "webhook-signature").split(" ")),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? TAKEN : answer, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** Where to send to. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** The next message that has come or comes. */
    Message await() throws InterruptedException {
        Message next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no webhook within " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    /** The 32 bytes behind {@code whsec_}. */
    static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
