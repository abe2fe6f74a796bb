package io.seedhouse.packager.cli.publishing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Set;

/**
 * What the server answered.
 *
 * @param call method and path, for messages
 */
record Reply(String call, HttpResponse<String> response) {
    /** The server, or what stands before it, is not able to answer just now (RFC 9110). */
    private static final Set<Integer> PASSING = Set.of(423, 502, 503, 504);

    int status() {
        return response.statusCode();
    }

    boolean isPassing() {
        return PASSING.contains(status());
    }

    /** This reply, when the call succeeded. */
    Reply orRefused() throws PlatformException {
        if (status() >= 200 && status() < 300) {
            return this;
        }
        throw refusal();
    }

    PlatformException refusal() {
        return new PlatformException(sentence());
    }

    JsonObject json() throws PlatformException {
        try {
            JsonElement body = JsonParser.parseString(response.body());
            if (body.isJsonObject()) {
                return body.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            // Said below.
        }
        throw new PlatformException(
                "the server's answer to %s is not that of a Seedhouse platform: check --server"
                        .formatted(call));
    }

    /** A count of bytes in a header of tus. */
    long bytes(String header) throws PlatformException {
        try {
            return Long.parseLong(response.headers().firstValue(header).orElse("").strip());
        } catch (NumberFormatException e) {
            throw new PlatformException(
                    "the server's answer to %s lacks %s: check --server".formatted(call, header));
        }
    }

    /** What the server says is wrong (RFC 9457), else its status. */
    private String sentence() {
        if (status() >= 300 && status() < 400) {
            return "the server sends us on to %s: give that as --server"
                    .formatted(response.headers().firstValue("Location").orElse("nowhere"));
        }
        try {
            JsonElement detail = json().get("detail");
            if (detail != null && detail.isJsonPrimitive()) {
                return detail.getAsString();
            }
        } catch (PlatformException e) {
            // No problem document: a proxy's page, or no Seedhouse.
        }
        return "the server answered %s with status %d".formatted(call, status());
    }
}
