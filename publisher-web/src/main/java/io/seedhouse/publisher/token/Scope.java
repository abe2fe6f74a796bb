package io.seedhouse.publisher.token;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may do. A session may do all of it. */
public enum Scope {
    /** Look at drafts and at what is sealed. */
    READ,
    /** Create and edit drafts, upload and delete their files. */
    UPLOAD,
    /** Seal, publish, withdraw; tiers and discount codes. */
    PUBLISH,
    /** Orders, addresses of buyers, refunds, figures, webhooks. */
    SALES;

    /** Every scope. */
    public static final Set<Scope> ALL = Collections.unmodifiableSet(EnumSet.allOf(Scope.class));

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Invalid when there is none, or one that is no scope
     */
    static Set<Scope> require(Collection<String> labels) {
        if (labels.isEmpty()) {
            throw new Invalid("scopes", say("account.scope.one", known()));
        }
        return labels.stream()
                .map(Scope::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** Those of a row. */
    static Set<Scope> split(String stored) {
        return require(Arrays.asList(stored.split(" ")));
    }

    /** {@code read publish}, always in the same order. */
    static String join(Set<Scope> scopes) {
        return Arrays.stream(values())
                .filter(scopes::contains)
                .map(Scope::label)
                .collect(Collectors.joining(" "));
    }

    private static Scope of(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Invalid("scopes", say("account.scope.unknown", known())));
    }

    private static String known() {
        return Arrays.stream(values()).map(Scope::label).collect(Collectors.joining(", "));
    }
}
