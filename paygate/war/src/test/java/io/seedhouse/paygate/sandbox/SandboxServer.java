package io.seedhouse.paygate.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seedhouse.paygate.sandbox.call.Answer;
import io.seedhouse.paygate.sandbox.call.Call;
import io.seedhouse.paygate.sandbox.call.Params;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Stripe's API and the shop's webhook on one port. */
final class SandboxServer implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Integer> deliveries = new LinkedBlockingQueue<>();
    private volatile BiFunction<String, String, Integer> webhook = (_, _) -> 500;

    SandboxServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void serve(StandIn standIn) {
        server.createContext("/v1/", exchange -> answer(standIn, exchange));
        server.createContext("/hook", this::hook);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void deliverTo(BiFunction<String, String, Integer> receiver) {
        webhook = receiver;
    }

    Optional<Integer> delivered() {
        return Optional.ofNullable(deliveries.poll());
    }

    private static void answer(StandIn standIn, HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var write = exchange.getRequestMethod().equals("POST");
        var call =
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath().substring("/v1/".length()),
                        Params.of(form(write ? body : exchange.getRequestURI().getRawQuery())),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        send(exchange, standIn.api().answer(call));
    }

    private void hook(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = webhook.apply(body, exchange.getRequestHeaders().getFirst("Stripe-Signature"));
        deliveries.add(status);
        send(exchange, new Answer(status, "{}"));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            var bytes = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(
                    answer.status(), answer.lost() ? bytes.length + 1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
    }

    private static Map<String, List<String>> form(@Nullable String text) {
        var form = new LinkedHashMap<String, List<String>>();
        if (text == null || text.isEmpty()) {
            return form;
        }
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            form.computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>()).add(decode(parts[1]));
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
