package io.seedhouse.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Listens to the events of a bundle until it is closed. */
final class BundleEvents implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<Stream<String>> answer;
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();

    BundleEvents(Studio studio, String bundle) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                Http.absolute("/api/v1/bundles/" + bundle + "/events"))
                        .header("Authorization", "Bearer " + studio.token())
                        .build();
        answer = client.send(request, BodyHandlers.ofLines());
        Thread.ofVirtual().start(this::listen);
    }

    int status() {
        return answer.statusCode();
    }

    String type() {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private void listen() {
        try {
            answer.body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).strip())
                    .map(json -> JsonParser.parseString(json).getAsJsonObject())
                    .forEach(heard::add);
        } catch (UncheckedIOException closed) {
            // by us, or by a server that goes down
        }
    }

    /** The first message of this type that is as wanted, heard already or yet to come. */
    JsonObject await(String type, Predicate<JsonObject> wanted) {
        return Await.until(
                "an event of the type " + type,
                Duration.ofMinutes(2),
                () ->
                        heard.stream()
                                .filter(m -> m.get("type").getAsString().equals(type))
                                .filter(wanted)
                                .findFirst());
    }

    /** The newest of this type. */
    Optional<JsonObject> newest(String type) {
        return heard.reversed().stream()
                .filter(m -> m.get("type").getAsString().equals(type))
                .findFirst();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
