package io.seedhouse.paygate.sandbox.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The parameters of a call by their full names, as in {@code metadata[order_id]}. An empty one
 * counts as left out.
 */
public record Params(SortedMap<String, String> values) {
    private static final int KEYS = 50;
    private static final int KEY_LENGTH = 40;
    private static final int VALUE_LENGTH = 500;

    public Params {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Of a form or a query; {@code a[]=x&a[]=y} is the same as {@code a[0]=x&a[1]=y}. */
    public static Params of(Map<String, List<String>> form) {
        var values = new TreeMap<String, String>();
        form.forEach((name, all) -> {
            if (name.endsWith("[]")) {
                var stem = name.substring(0, name.length() - 1);
                for (var i = 0; i < all.size(); i++) {
                    values.put(stem + i + "]", all.get(i));
                }
            } else {
                values.put(name, all.getLast());
            }
        });
        values.values().removeIf(String::isEmpty);
        return new Params(values);
    }

    /**
     * Refuses every parameter that is not listed, as Stripe refuses what it does not know.
     *
     * @param known full names; {@code #} stands for an index, {@code *} for any one key
     */
    public Params only(String... known) {
        var patterns = Arrays.stream(known).map(Params::pattern).toList();
        for (var name : values.keySet()) {
            if (patterns.stream().noneMatch(pattern -> pattern.matcher(name).matches())) {
                throw StripeRefusal.of(
                        "parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
        return this;
    }

    private static Pattern pattern(String known) {
        return Pattern.compile(
                known.replace("[", "\\[")
                        .replace("]", "\\]")
                        .replace("*", "[^\\[\\]]+")
                        .replace("#", "\\d{1,3}"));
    }

    /** The value, where there is one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value, of at most so many characters. */
    public Optional<String> text(String name, int longest) {
        text(name)
                .filter(value -> value.length() > longest)
                .ifPresent(_ -> {
                    throw StripeRefusal.of(
                            "parameter_invalid_string_length",
                            name,
                            "Invalid string: must be at most %d characters".formatted(longest));
                });
        return text(name);
    }

    /** The value of a parameter that has to be there. */
    public String required(String name) {
        return text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() ->
                        StripeRefusal.of(
                                "parameter_missing",
                                name,
                                "Missing required param: %s.".formatted(name)));
    }

    /** One of a few words. */
    public Optional<String> word(String name, Set<String> words) {
        text(name)
                .filter(value -> !words.contains(value))
                .ifPresent(_ -> {
                    throw StripeRefusal.of(
                            "parameter_invalid",
                            name,
                            "Invalid %s: must be one of %s"
                                    .formatted(name, String.join(", ", new TreeSet<>(words))));
                });
        return text(name);
    }

    /** A whole number. */
    public Optional<Long> number(String name) {
        return text(name).map(value -> number(name, value));
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw StripeRefusal.of("parameter_invalid_integer", name, "Invalid integer: " + value);
        }
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
        return word(name, Set.of("true", "false")).map(Boolean::valueOf);
    }

    /**
     * What lies in {@code name[...]}, within Stripe's limits: 50 keys of 40 characters, values of
     * 500. Source: docs.stripe.com/api/metadata.
     */
    public Map<String, String> metadata(String name) {
        var metadata = group(name);
        metadata.forEach((key, value) -> {
            limit(name, "keys", KEY_LENGTH, key.length());
            limit(name + "[" + key + "]", "values", VALUE_LENGTH, value.length());
        });
        if (metadata.size() > KEYS) {
            throw StripeRefusal.of(
                    null,
                    name,
                    "You can only have up to %d metadata keys; you passed in %d."
                            .formatted(KEYS, metadata.size()));
        }
        return metadata;
    }

    private static void limit(String name, String what, int longest, int length) {
        if (length > longest) {
            throw StripeRefusal.of(
                    null,
                    name,
                    "Metadata %s can have up to %d characters, but you passed in one of %d."
                            .formatted(what, longest, length));
        }
    }

    /** What lies in {@code name[...]}, by key. */
    public Map<String, String> group(String name) {
        var group = new LinkedHashMap<String, String>();
        var prefix = name + "[";
        values.forEach((full, value) -> {
            if (full.startsWith(prefix) && full.endsWith("]")) {
                group.put(full.substring(prefix.length(), full.length() - 1), value);
            }
        });
        return group;
    }

    /** The values of {@code name[0]}, {@code name[1]} and so on. */
    public List<String> list(String name) {
        return new ArrayList<>(group(name).values());
    }

    /**
     * The parts wanted in full.
     *
     * @param known those that can be expanded
     */
    public Set<String> expand(String... known) {
        var wanted = new TreeSet<>(list("expand"));
        for (var name : wanted) {
            if (!Set.of(known).contains(name)) {
                throw StripeRefusal.of(
                        null, "expand", "This property cannot be expanded (%s).".formatted(name));
            }
        }
        return wanted;
    }

    /** Tells a repeated request from another one under the same idempotency key. */
    String hash() {
        try {
            var text = values.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Leaves the values out: they name buyers. */
    @Override
    public String toString() {
        return "Params" + values.keySet();
    }
}
