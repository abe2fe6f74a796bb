package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a new version from opening what the version before it still keeps shut: both may have one
 * key, and where they have two, both open the same film.
 */
record Inherited(EntityManager em, Instant now) {

    /** A sentence about the first file that would open too early; empty where none does. */
    Optional<String> refusal(Bundle version, List<BundleFile> files, Windows windows) {
        if (version.versionOf() == null || version.published() != null) {
            return Optional.empty();
        }
        Bundle before = em.find(Bundle.class, version.versionOf());
        return files.stream()
                .filter(f -> f.access().isSold() && f.sourceId() != null)
                .flatMap(f -> refusal(before, f, windows).stream())
                .findFirst();
    }

    private Optional<String> refusal(Bundle before, BundleFile file, Windows windows) {
        BundleFile source = em.find(BundleFile.class, file.sourceId());
        Instant opens = source.opens(before.windows());
        if (Windows.hasCome(opens, now) || !isEarlier(file.opens(windows), opens)) {
            return Optional.empty();
        }
        String moment = String.valueOf(opens);
        return Optional.of(say("release.inherited", file.name(), moment, before.slug()));
    }

    private static boolean isEarlier(@Nullable Instant moment, @Nullable Instant than) {
        return than != null && (moment == null || moment.isBefore(than));
    }
}
