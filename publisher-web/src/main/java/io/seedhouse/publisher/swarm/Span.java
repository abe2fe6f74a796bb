package io.seedhouse.publisher.swarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How finely the past is kept, and for how long until it becomes the next coarser. */
enum Span {
    DAY(Duration.ofDays(1), null, null),
    HOUR(Duration.ofHours(1), Duration.ofDays(90), DAY),
    LOOK(Duration.ofMinutes(10), Duration.ofDays(2), HOUR);

    private final Duration length;
    private final @Nullable Duration kept;
    private final @Nullable Span coarser;

    Span(Duration length, @Nullable Duration kept, @Nullable Span coarser) {
        this.length = length;
        this.kept = kept;
        this.coarser = coarser;
    }

    int minutes() {
        return (int) length.toMinutes();
    }

    Optional<Span> coarser() {
        return Optional.ofNullable(coarser);
    }

    /** When the stretch began that a moment is in; days are those of UTC. */
    Instant began(Instant at) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    /** Stretches that began before it are to become coarser, whole ones only. */
    Instant horizon(Instant now) {
        return kept == null || coarser == null ? Instant.MIN : coarser.began(now.minus(kept));
    }
}
