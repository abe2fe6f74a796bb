package io.seedhouse.publisher.outgoing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A publisher's server on this machine: it remembers what it got and answers as it is told. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The status of each answer; 204 at first. */
    public volatile ToIntFunction<Got> answers = got -> 204;

    /** A header of each answer. */
    volatile @Nullable String location;

    public final List<Got> all = new CopyOnWriteArrayList<>();

    /** A request. */
    public record Got(String path, HttpExchange exchange, byte[] body) {
        public String header(String name) {
            return Objects.requireNonNull(exchange.getRequestHeaders().getFirst(name), name);
        }
    }

    public Receiver() {
        this(null);
    }

    Receiver(@Nullable SSLContext tls) {
        try {
            server = listen(tls, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer listen(@Nullable SSLContext tls, InetSocketAddress at)
            throws IOException {
        if (tls == null) {
            return HttpServer.create(at, 10);
        }
        HttpsServer encrypted = HttpsServer.create(at, 10);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(tls));
        return encrypted;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Got got =
                    new Got(
                            exchange.getRequestURI().toString(),
                            exchange,
                            exchange.getRequestBody().readAllBytes());
            all.add(got);
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(answers.applyAsInt(got), -1);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** {@code http://127.0.0.1:PORT} and the path. */
    public String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
