package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.event.ApiRelease;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The JSON with which a test says what it wishes. */
record Wish(JsonObject json) {
    private static final int LONGEST = 100;

    /** An empty body is an empty object. */
    static Wish parse(String body) {
        try {
            return new Wish(
                    body.isBlank()
                            ? new JsonObject()
                            : JsonParser.parseString(body).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw StripeRefusal.of(null, null, "The body is no JSON object; send one.");
        }
    }

    void only(String... names) {
        for (var name : json.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw StripeRefusal.of(
                        "parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
    }

    Optional<String> text(String name) {
        var text = Optional.ofNullable(json.get(name)).flatMap(Wish::primitive);
        if (json.has(name) && (text.isEmpty() || text.get().length() > LONGEST)) {
            throw invalid(name, "a text of at most %d characters".formatted(LONGEST));
        }
        return text;
    }

    private static Optional<String> primitive(JsonElement value) {
        return value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() ->
                        StripeRefusal.of(
                                "parameter_missing", name, "Missing required param: " + name));
    }

    /** A whole number from 0 to {@code most}. */
    Optional<Long> number(String name, long most) {
        return text(name).map(text -> number(name, text, most));
    }

    private static long number(String name, String text, long most) {
        try {
            var number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal.
        }
        throw invalid(name, "a whole number from 0 to " + most);
    }

    boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    <T> Optional<T> choice(String name, Function<String, Optional<T>> named) {
        return text(name)
                .map(text ->
                        named.apply(text)
                                .orElseThrow(() ->
                                        StripeRefusal.of(
                                                "parameter_invalid",
                                                name,
                                                "There is no such %s.".formatted(name))));
    }

    /** The release that events shall be written by; JSON's null is the SDK's own. */
    Optional<ApiRelease> release() {
        var value = json.get("api_version");
        if (value != null && value.isJsonNull()) {
            return Optional.of(ApiRelease.current());
        }
        return text("api_version").map(ApiRelease::new);
    }

    private static StripeRefusal invalid(String name, String expected) {
        return StripeRefusal.of(
                "parameter_invalid", name, "%s has to be %s.".formatted(name, expected));
    }
}
