package io.seedhouse.tracker.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A raw query string, percent-decoded to bytes exactly once. An infohash is not text, so nothing
 * here goes through UTF-8; and a plus sign is a plus sign (RFC 3986), not the blank of HTML forms.
 */
final class Query {
    private final Map<String, List<String>> values = new HashMap<>();

    /**
     * @param raw as it stood in the request line, without the question mark
     * @throws MalformedRequest when a percent sign is not followed by two hexadecimal digits
     */
    static Query parse(String raw) throws MalformedRequest {
        Query query = new Query();
        int start = 0;
        while (start < raw.length()) {
            int end = raw.indexOf('&', start);
            end = end < 0 ? raw.length() : end;
            query.add(raw.substring(start, end));
            start = end + 1;
        }
        return query;
    }

    private void add(String pair) throws MalformedRequest {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(name), unused -> new ArrayList<>()).add(decoded(value));
    }

    /**
     * The first value of that name; empty when there is none, which no parameter of ours tells
     * apart.
     */
    String first(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Every value of that name, in order. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static String decoded(String text) throws MalformedRequest {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder bytes = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                c = escaped(text, i);
                i += 2;
            }
            bytes.append(c);
        }
        return bytes.toString();
    }

    private static char escaped(String text, int percent) throws MalformedRequest {
        boolean whole = percent + 2 < text.length();
        if (!whole
                || !HexFormat.isHexDigit(text.charAt(percent + 1))
                || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
            throw new MalformedRequest(
                    "A percent sign in the query must be followed by two hexadecimal digits.");
        }
        return (char) HexFormat.fromHexDigits(text, percent + 1, percent + 3);
    }
}
