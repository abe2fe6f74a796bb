package io.seedhouse.packager.cli.publishing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object in a reply. It may come from any server, so nothing in it is taken for granted:
 * what is missing or of another kind is refused by name.
 */
record Answer(Reply reply, JsonObject json) {
    String text(String name) throws PlatformException {
        return optionalText(name)
                .orElseThrow(() -> reply.foreign("has no text '%s'".formatted(name)));
    }

    /** Empty also where it is no text. */
    Optional<String> optionalText(String name) {
        JsonElement value = json.get(name);
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** A text of a known form, such as one that will be part of an address. */
    String text(String name, String pattern) throws PlatformException {
        String text = text(name);
        if (!text.matches(pattern)) {
            throw reply.foreign("holds in '%s' what is none".formatted(name));
        }
        return text;
    }

    /** A count of bytes. */
    long count(String name) throws PlatformException {
        JsonElement value = json.get(name);
        if (value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
            try {
                long count = Long.parseLong(value.getAsString());
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
        }
        throw reply.foreign("has no count '%s'".formatted(name));
    }

    Answer object(String name) throws PlatformException {
        if (json.get(name) instanceof JsonObject object) {
            return new Answer(reply, object);
        }
        throw reply.foreign("has no object '%s'".formatted(name));
    }

    List<Answer> objects(String name) throws PlatformException {
        List<Answer> objects = new ArrayList<>();
        if (json.get(name) == null || !json.get(name).isJsonArray()) {
            throw reply.foreign("has no list '%s'".formatted(name));
        }
        for (JsonElement element : json.getAsJsonArray(name)) {
            if (!(element instanceof JsonObject object)) {
                throw reply.foreign("holds in '%s' what is no object".formatted(name));
            }
            objects.add(new Answer(reply, object));
        }
        return objects;
    }
}
