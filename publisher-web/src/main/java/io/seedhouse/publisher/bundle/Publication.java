package io.seedhouse.publisher.bundle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bundle has gone on sale, for the first time or again. Told within the transaction that makes it
 * true, so whoever hears of it records it in the same one.
 */
public record Publication(
        UUID bundleId,
        UUID publisherId,
        String slug,
        String title,
        @Nullable Instant premiere,
        Instant at) {
    static Publication of(Bundle bundle) {
        return new Publication(
                bundle.id(),
                bundle.publisherId(),
                bundle.slug(),
                bundle.title(),
                bundle.premiere(),
                Instant.now());
    }
}
