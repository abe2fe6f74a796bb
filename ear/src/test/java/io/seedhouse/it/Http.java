package io.seedhouse.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A client of the platform that follows no redirect, keeps no cookie, and remembers every answer it
 * ever got, so that a test can search them all for what should never have been said.
 */
final class Http {

    /** What came back; the body as text, byte for byte when it is ASCII. */
    record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonObject json() {
            return JsonParser.parseString(text()).getAsJsonObject();
        }

        String string(String field) {
            return json().get(field).getAsString();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ConcurrentLinkedQueue<String> TRANSCRIPT = new ConcurrentLinkedQueue<>();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final @Nullable String token;

    private Http(@Nullable String token) {
        this.token = token;
    }

    static Http anonymous() {
        return new Http(null);
    }

    static Http bearer(String token) {
        return new Http(token);
    }

    /** Every answer of this run, one after the other. */
    static Iterable<String> transcript() {
        return TRANSCRIPT;
    }

    Answer get(String address) {
        return send("GET", address, Map.of(), BodyPublishers.noBody());
    }

    /** An answer that holds a secret by right, and so is left out of the transcript. */
    Answer getSecret(String address, Map<String, String> headers) {
        return secret(exchange("GET", address, headers, BodyPublishers.noBody()));
    }

    private static Answer secret(Answer answer) {
        Secrets.note(answer.text());
        return answer;
    }

    Answer head(String address, Map<String, String> headers) {
        return send("HEAD", address, headers, BodyPublishers.noBody());
    }

    Answer post(String address, String json) {
        return sendJson("POST", address, json);
    }

    /** As {@link #post}, for the calls whose answer hands out a token. */
    Answer postForSecret(String address, String json) {
        return secret(exchange("POST", address, JSON, BodyPublishers.ofString(json)));
    }

    /** The same with more headers. */
    Answer postForSecret(String address, Map<String, String> headers, String json) {
        var all = new java.util.HashMap<>(JSON);
        all.putAll(headers);
        return secret(exchange("POST", address, all, BodyPublishers.ofString(json)));
    }

    Answer put(String address, String json) {
        return sendJson("PUT", address, json);
    }

    Answer form(String address, Map<String, String> fields, Map<String, String> headers) {
        var form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(encode(name) + "=" + encode(value)));
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", address, all, BodyPublishers.ofString(form.toString()));
    }

    Answer send(String method, String address, Map<String, String> headers, BodyPublisher body) {
        Answer answer = exchange(method, address, headers, body);
        if (answer.bytes().length < 1 << 20) {
            TRANSCRIPT.add(
                    method
                            + " "
                            + address
                            + " "
                            + answer.status()
                            + " "
                            + answer.headers().map()
                            + "\n"
                            + answer.text());
        }
        return answer;
    }

    private Answer sendJson(String method, String address, String json) {
        return send(method, address, JSON, BodyPublishers.ofString(json));
    }

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private Answer exchange(
            String method, String address, Map<String, String> headers, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(absolute(address)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + address + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static URI absolute(String address) {
        return URI.create(
                address.startsWith("/") ? PlatformUnderTest.baseUrl() + address : address);
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
