package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A wish to change moments of a release: those that are named, and no other.
 *
 * @param moments empty for one that is to be taken away
 */
public record Replan(Map<Window, Optional<Instant>> moments) {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public Replan {
        moments = Map.copyOf(moments);
    }

    /**
     * From the fields {@code teaser}, {@code preload}, {@code premiere} and {@code extras}; null
     * takes a moment away, a field that is missing leaves it as it is.
     *
     * @throws Invalid for what is no time, or none between 1970 and 9999
     */
    static Replan of(Body body) {
        Map<Window, Optional<Instant>> moments = new EnumMap<>(Window.class);
        for (Window window : Window.values()) {
            if (body.names(window.label())) {
                moments.put(window, body.time(window.label()).map(t -> bounded(window, t)));
            }
        }
        return new Replan(moments);
    }

    /** Databases keep microseconds. */
    private static Instant bounded(Window window, Instant moment) {
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new Invalid(
                    window.label(),
                    "The field %s must be a time between 1970 and 9999.".formatted(window.label()));
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** The premiere alone; null takes it away. */
    public static Replan premiere(@Nullable Instant premiere) {
        return new Replan(
                Map.of(
                        Window.PREMIERE,
                        Optional.ofNullable(premiere).map(p -> bounded(Window.PREMIERE, p))));
    }

    /** Whether it names more than the premiere, which publishing has always named. */
    boolean isPlan() {
        return moments.keySet().stream().anyMatch(window -> window != Window.PREMIERE);
    }

    /** The same, and where no premiere is named, none is wanted. */
    Replan orAtOnce() {
        Map<Window, Optional<Instant>> all = new EnumMap<>(Window.class);
        all.put(Window.PREMIERE, Optional.empty());
        all.putAll(moments);
        return new Replan(all);
    }

    Windows change(Windows before) {
        return new Windows(
                change(before, Window.TEASER),
                change(before, Window.PRELOAD),
                change(before, Window.PREMIERE),
                change(before, Window.EXTRAS));
    }

    private @Nullable Instant change(Windows before, Window window) {
        Optional<Instant> wish = moments.get(window);
        return wish == null ? before.at(window) : wish.orElse(null);
    }
}
