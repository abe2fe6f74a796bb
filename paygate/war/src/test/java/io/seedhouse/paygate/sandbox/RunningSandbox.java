package io.seedhouse.paygate.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.PaymentDesk.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The sandbox behind a real HTTP server of the JDK, so that stripe-java talks to it as in life. */
public final class RunningSandbox implements AutoCloseable {
    public static final String WEBHOOK_SECRET = "whsec_test";
    public static final String API_KEY = "sk_test_of_this_run";

    private final HttpServer server;
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final BlockingQueue<Integer> deliveries = new LinkedBlockingQueue<>();
    private final SandboxApi api;
    private final PaymentDesk desk;
    private BiFunction<String, String, Integer> webhook = (_, _) -> 500;

    public RunningSandbox(Database database, Clock clock) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sessions = new SandboxSessions(database, clock);
        api = new SandboxApi(API_KEY, sessions, "https://films.example/paygate/sandbox/pay/");
        var events =
                new SandboxEvents(
                        SandboxEvents.client(),
                        executor,
                        URI.create(url() + "/hook"),
                        WEBHOOK_SECRET,
                        clock);
        desk = new PaymentDesk(sessions, events, api.payPage());
        server.createContext("/v1/checkout/sessions", this::answer);
        server.createContext("/hook", this::hook);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who gets the events: body and signature in, HTTP status out. */
    public void deliverTo(BiFunction<String, String, Integer> receiver) {
        webhook = receiver;
    }

    /** The status the next delivery was answered with. */
    public int nextDelivery() throws InterruptedException {
        var status = deliveries.poll(20, TimeUnit.SECONDS);
        return status == null ? -1 : status;
    }

    /** Where the page sends the browser, or the page. */
    public String pay(String checkoutUrl, String card) {
        var id = checkoutUrl.substring(checkoutUrl.lastIndexOf('/') + 1);
        return switch (desk.pay(id, card, "12/99", "123")) {
            case Reply.Paid paid -> paid.successUrl();
            case Reply.Page page -> page.html();
        };
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var answer =
                exchange.getRequestMethod().equals("POST")
                        ? api.create(
                                authorization,
                                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                form(body))
                        : api.retrieve(
                                authorization,
                                path.substring(path.lastIndexOf('/') + 1),
                                new HashSet<>(
                                        form(exchange.getRequestURI().getRawQuery()).values()));
        send(exchange, answer.status(), answer.json());
    }

    private void hook(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = webhook.apply(body, exchange.getRequestHeaders().getFirst("Stripe-Signature"));
        send(exchange, status, "{}");
        deliveries.add(status);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(@Nullable String text) {
        var form = new HashMap<String, String>();
        if (text == null) {
            return form;
        }
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            form.put(decode(parts[0]), decode(parts[1]));
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
