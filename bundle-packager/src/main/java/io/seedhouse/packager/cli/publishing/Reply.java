package io.seedhouse.packager.cli.publishing;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/**
 * What the server answered. Whatever is not as it should be ends in one sentence.
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

    /** What the server says is wrong (RFC 9457), else its status. */
    PlatformException refusal() {
        if (status() >= 300 && status() < 400) {
            return new PlatformException(
                    "the server sends us on to %s: give that as --server"
                            .formatted(header("Location").orElse("nowhere")));
        }
        Optional<String> detail = problem();
        if (detail.isPresent()) {
            return new PlatformException(detail.get());
        }
        boolean mayBeSilent = isPassing() || call.startsWith("HEAD ");
        return mayBeSilent
                ? new PlatformException(
                        "the server answered %s with status %d".formatted(call, status()))
                : foreign("has status %d and gives no reason".formatted(status()));
    }

    private Optional<String> problem() {
        try {
            return json().optionalText("detail");
        } catch (PlatformException e) {
            return Optional.empty(); // a proxy's page, or no Seedhouse
        }
    }

    /** The JSON object that it is. */
    Answer json() throws PlatformException {
        try {
            JsonElement body = JsonParser.parseString(response.body());
            if (body.isJsonObject()) {
                return new Answer(this, body.getAsJsonObject());
            }
        } catch (JsonParseException e) {
            // Said below.
        }
        throw foreign(response.body().isBlank() ? "is empty" : "is no JSON object");
    }

    /** The path that it names as the address of what was made. */
    String location() throws PlatformException {
        try {
            String path = URI.create(header("Location").orElse("")).getRawPath();
            if (path != null && path.startsWith("/")) {
                return path;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw foreign("names no address in Location");
    }

    /** A count of bytes in a header of tus. */
    long bytes(String header, long most) throws PlatformException {
        try {
            long count = Long.parseLong(header(header).orElse("").strip());
            if (count >= 0 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw foreign("has no %s from 0 to %d".formatted(header, most));
    }

    /**
     * The server is none of ours.
     *
     * @param what is wrong with this reply
     */
    PlatformException foreign(String what) {
        return PlatformException.foreign(
                response.uri().getAuthority(), "its answer to %s %s".formatted(call, what));
    }

    private Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }
}
