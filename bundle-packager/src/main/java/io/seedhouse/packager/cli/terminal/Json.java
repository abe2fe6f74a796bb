package io.seedhouse.packager.cli.terminal;

import io.seedhouse.packager.metainfo.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object on one line (RFC 8259), safe to show on a terminal. */
public final class Json {
    private Json() {}

    /** Values are texts, numbers, booleans, null, lists or maps of these, in the map's order. */
    public static String object(Map<String, ? extends @Nullable Object> fields) {
        return members(fields);
    }

    private static String members(Map<?, ? extends @Nullable Object> fields) {
        return fields.entrySet().stream()
                .map(field -> quote(String.valueOf(field.getKey())) + ":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case String text -> quote(text);
            case List<?> items ->
                    items.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> fields -> members(fields);
            case null, default -> String.valueOf(value);
        };
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> {
                    if (point == '"' || point == '\\') {
                        quoted.append('\\').appendCodePoint(point);
                    } else if (Printable.steers(point)) {
                        escape(point, quoted);
                    } else {
                        quoted.appendCodePoint(point);
                    }
                });
        return quoted.append('"').toString();
    }

    private static void escape(int point, StringBuilder to) {
        for (char c : Character.toChars(point)) {
            to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }
}
