package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.language.Say;
import java.time.Duration;

/** Lengths of time as people read them. */
public final class Durations {
    private Durations() {}

    /**
     * To the minute from one minute on: {@code 20 seconds}, {@code 2 minutes}, {@code 1 h 5 min}.
     */
    public static String about(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds < 60) {
            return Say.count("page.seconds", seconds);
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60
                ? Say.count("page.minutes", minutes)
                : say("page.hours", minutes / 60, minutes % 60);
    }
}
