package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * When the parts of a release open. Those that are set come in this order; two may come at once.
 *
 * @param teaser a sealed bundle is published then; null for when its publisher says so
 * @param preload the web seed hands out what is sold from then on; null for as soon as it is sealed
 * @param premiere keys open then; null for as soon as it is published
 * @param extras keys of extras open then; null for with the premiere
 */
public record Windows(
        @Nullable Instant teaser,
        @Nullable Instant preload,
        @Nullable Instant premiere,
        @Nullable Instant extras) {
    public static final Windows NONE = new Windows(null, null, null, null);

    /**
     * What is open at a moment, for a bundle that is sealed.
     *
     * @param page anybody may read it; that its publisher has pressed the button is not asked here
     * @param locked the sold files can be fetched from us, locked as they are
     * @param keys those of all files but the extras
     * @param extras the keys of the extras too
     */
    public record Open(boolean page, boolean locked, boolean keys, boolean extras) {}

    public Open openAt(Instant now) {
        return new Open(
                hasCome(teaser, now),
                hasCome(preload, now),
                hasCome(premiere, now),
                hasCome(extrasOpen(), now));
    }

    static boolean hasCome(@Nullable Instant moment, Instant now) {
        return moment == null || !now.isBefore(moment);
    }

    /** When the extras open in fact: never before the premiere. */
    public @Nullable Instant extrasOpen() {
        if (extras == null || premiere == null) {
            return extras == null ? premiere : extras;
        }
        return extras.isBefore(premiere) ? premiere : extras;
    }

    public @Nullable Instant at(Window window) {
        return switch (window) {
            case TEASER -> teaser;
            case PRELOAD -> preload;
            case PREMIERE -> premiere;
            case EXTRAS -> extras;
        };
    }

    /** A sentence that names the first two that are out of order; empty when all are in order. */
    Optional<String> disorder() {
        @Nullable Window earlier = null;
        for (Window window : Window.values()) {
            Instant moment = at(window);
            if (moment == null) {
                continue;
            }
            Instant before = earlier == null ? null : at(earlier);
            if (earlier != null && before != null && moment.isBefore(before)) {
                return Optional.of(disorder(window, moment, earlier, before));
            }
            earlier = window;
        }
        return Optional.empty();
    }

    private static String disorder(Window late, Instant moment, Window early, Instant before) {
        return say("release.disorder", late.label(), moment, early.label(), before);
    }

    /** The part of a plan that is still to come: what a new version of the bundle begins with. */
    Windows toCome(Instant now) {
        return new Windows(
                null,
                null,
                hasCome(premiere, now) ? null : premiere,
                hasCome(extras, now) ? null : extras);
    }
}
