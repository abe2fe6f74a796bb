package io.seedhouse.publisher;

import static io.seedhouse.publisher.language.Say.say;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The JSON object of a request, read field by field so that each refusal can say which field and
 * why. Fields we do not know are ignored.
 */
public final class Body {
    private final JsonObject json;
    private final String prefix;

    Body(JsonObject json) {
        this(json, "");
    }

    private Body(JsonObject json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    /**
     * @throws Invalid when it is missing or no string
     */
    public String text(String field) {
        return optionalText(field)
                .orElseThrow(() -> invalid(field, say("publisher.field.missing")));
    }

    /** Empty when missing or null. */
    public Optional<String> optionalText(String field) {
        return value(field).map(v -> string(field, v));
    }

    /** As {@link #number}, where the field may be missing. */
    public Optional<Long> optionalNumber(String field) {
        return value(field).isPresent() ? Optional.of(number(field)) : Optional.empty();
    }

    /**
     * A whole number.
     *
     * @throws Invalid when it is missing, no number, or beyond 64 bits
     */
    public long number(String field) {
        try {
            return value(field)
                    .filter(JsonNumber.class::isInstance)
                    .map(v -> ((JsonNumber) v).longValueExact())
                    .orElseThrow(() -> invalid(field, say("publisher.field.whole")));
        } catch (ArithmeticException e) {
            throw invalid(field, say("publisher.field.whole"));
        }
    }

    /**
     * @throws Invalid when it is missing or no object
     */
    public Body object(String field) {
        return value(field)
                .map(v -> object(field, v))
                .orElseThrow(() -> invalid(field, say("publisher.field.object")));
    }

    /** As {@link #object}, where the field may be missing. */
    public Optional<Body> optionalObject(String field) {
        return value(field).isPresent() ? Optional.of(object(field)) : Optional.empty();
    }

    /** Whether the field is there, if only as null. */
    public boolean names(String field) {
        return json.containsKey(field);
    }

    /** Whether there is a value; null is none. */
    public boolean has(String field) {
        return value(field).isPresent();
    }

    /**
     * True or false; false when missing or null.
     *
     * @throws Invalid when it is something else
     */
    public boolean flag(String field) {
        return switch (value(field)
                .map(JsonValue::getValueType)
                .orElse(JsonValue.ValueType.FALSE)) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw invalid(field, say("publisher.field.boolean"));
        };
    }

    /**
     * @throws Invalid when it is missing or no UUID
     */
    public UUID id(String field) {
        String text = text(field);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(field, say("publisher.field.id"));
        }
    }

    /**
     * @throws Invalid when it is missing or no array of objects
     */
    public List<Body> objects(String field) {
        List<JsonValue> values = array(field, say("publisher.field.objects"));
        return IntStream.range(0, values.size())
                .mapToObj(i -> object(field + "[" + i + "]", values.get(i)))
                .toList();
    }

    private Body object(String name, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw invalid(name, say("publisher.field.object"));
        }
        return new Body(object, prefix + name + ".");
    }

    private List<JsonValue> array(String field, String fault) {
        return value(field)
                .filter(v -> v.getValueType() == JsonValue.ValueType.ARRAY)
                .orElseThrow(() -> invalid(field, fault))
                .asJsonArray();
    }

    /**
     * @throws Invalid when it is missing or no array of strings
     */
    public List<String> texts(String field) {
        return array(field, say("publisher.field.strings")).stream()
                .map(v -> string(field, v))
                .toList();
    }

    /** An RFC 3339 time; empty when missing or null. */
    public Optional<Instant> time(String field) {
        try {
            return optionalText(field).map(t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeParseException e) {
            throw invalid(field, say("publisher.field.time"));
        }
    }

    private Optional<JsonValue> value(String field) {
        return Optional.ofNullable(json.get(field))
                .filter(v -> v.getValueType() != JsonValue.ValueType.NULL);
    }

    private String string(String field, JsonValue value) {
        if (!(value instanceof JsonString string)) {
            throw invalid(field, say("publisher.field.string"));
        }
        String text = string.getString();
        boolean storable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (text.indexOf('\0') >= 0 || !storable) {
            throw invalid(field, say("publisher.field.storable"));
        }
        return text;
    }

    private Invalid invalid(String field, String fault) {
        String name = prefix + field;
        return new Invalid(name, say("publisher.field", name, fault));
    }
}
