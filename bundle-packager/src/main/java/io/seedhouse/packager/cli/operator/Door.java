package io.seedhouse.packager.cli.operator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.seedhouse.packager.cli.terminal.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator's door of one server.
 *
 * @param server without a path
 * @param token proves that we may read the server's home
 */
record Door(URI server, String token) {
    /** A backup or a rotation of a large shop takes its time. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final long LONGEST_ANSWER = 1 << 20;

    /** The vault's keys, a line for the file and one for each. */
    List<String> keys() throws Fault, InterruptedException {
        JsonObject status = call("GET", "keys", BodyPublishers.noBody());
        try {
            List<String> lines = new ArrayList<>();
            lines.add("key file: " + text(status, "file"));
            for (JsonElement key : status.getAsJsonArray("keys")) {
                lines.add(line(key.getAsJsonObject()));
            }
            return lines;
        } catch (NullPointerException | ClassCastException | IllegalStateException e) {
            throw foreign();
        }
    }

    private static String line(JsonObject key) {
        return "key %s: %s, %s identities, %s"
                .formatted(
                        text(key, "id"),
                        text(key, "state"),
                        text(key, "identities"),
                        text(key, "inFile").equals("true")
                                ? "in the key file"
                                : "not in the key file of this server");
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    /**
     * @return the sentence it answers
     */
    String wish(String what) throws Fault, InterruptedException {
        return sentence(call("POST", what, BodyPublishers.noBody()));
    }

    /**
     * @param file by which path the server finds it
     * @return the sentence it answers
     */
    String wish(String what, String file) throws Fault, InterruptedException {
        String form = "file=" + URLEncoder.encode(file, StandardCharsets.UTF_8);
        return sentence(call("POST", what, BodyPublishers.ofString(form)));
    }

    private String sentence(JsonObject answer) throws Fault {
        if (answer.get("sentence") == null) {
            throw foreign();
        }
        return answer.get("sentence").getAsString();
    }

    private JsonObject call(String method, String what, BodyPublisher body)
            throws Fault, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/paygate/operator/" + what))
                        .timeout(LONGEST)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, body)
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(20))
                        .build()) {
            var text = BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER);
            return read(client.send(request, text));
        } catch (HttpTimeoutException e) {
            throw new Fault("the server %s does not answer in time".formatted(host()));
        } catch (ConnectException e) {
            throw new Fault(
                    "no server answers at %s; start it, or give its address with --server"
                            .formatted(host()));
        } catch (IOException e) {
            throw new Fault(
                    "the connection to %s broke; ask for key-status, or look into the folder of the backup, before you try again"
                            .formatted(host()));
        }
    }

    private JsonObject read(HttpResponse<String> response) throws Fault {
        switch (response.statusCode()) {
            case 401 ->
                    throw new Fault(
                            "the server %s does not take the token of this home; check --home and --server"
                                    .formatted(host()));
            case 404 ->
                    throw new Fault(
                            "%s has no door for operators; give the server's own address on this machine with --server, not a proxy's"
                                    .formatted(host()));
            default -> {
                JsonObject answer = json(response.body());
                if (response.statusCode() == 200) {
                    return answer;
                }
                throw answer.get("detail") == null
                        ? foreign()
                        : new Fault(answer.get("detail").getAsString());
            }
        }
    }

    private JsonObject json(String body) throws Fault {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw foreign();
        }
    }

    private Fault foreign() {
        return new Fault(
                "%s does not answer as a Seedhouse server does; check --server".formatted(host()));
    }

    private String host() {
        return server.getAuthority();
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Door[" + server + "]";
    }
}
