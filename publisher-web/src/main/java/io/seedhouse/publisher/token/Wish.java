package io.seedhouse.publisher.token;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token is to be.
 *
 * @param name what its owner calls it, up to 100 characters; empty for one nobody named
 * @param life how long it lasts, 1 to {@link #LONGEST} days; null without end
 */
public record Wish(String name, Set<Scope> scopes, @Nullable Duration life) {
    /** Days the longest life of a token has that ends at all. */
    public static final int LONGEST = 365;

    public Wish {
        scopes = Set.copyOf(scopes);
    }

    /** What a plain sign-in gives. */
    public static Wish everything() {
        return new Wish("", Scope.ALL, null);
    }

    /**
     * @param scopes labels of {@link Scope}
     * @throws Invalid naming the field that breaks its rule
     */
    public static Wish of(String name, Collection<String> scopes, Optional<Long> days) {
        return new Wish(
                Invalid.unlessText("name", name, 0, 100),
                Scope.require(scopes),
                days.map(Wish::life).orElse(null));
    }

    private static Duration life(long days) {
        if (days < 1 || days > LONGEST) {
            throw new Invalid("days", say("account.access.days.bounds", LONGEST));
        }
        return Duration.ofDays(days);
    }
}
