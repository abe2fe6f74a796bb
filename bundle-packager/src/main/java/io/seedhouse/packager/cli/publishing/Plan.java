package io.seedhouse.packager.cli.publishing;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published.
 *
 * @param key tells this bundle from the publisher's others: the same key means the same bundle
 * @param category as the API knows it; null for the platform's default
 * @param premiere RFC 3339; null for at once
 * @param format {@code hybrid} or {@code v1}
 * @param work a folder for what is to be remembered between runs, of any number of bundles
 */
public record Plan(
        String key,
        String title,
        String synopsis,
        @Nullable String category,
        List<LocalFile> files,
        List<Tier> tiers,
        @Nullable String premiere,
        String format,
        Path work) {
    public Plan {
        files = List.copyOf(files);
        tiers = List.copyOf(tiers);
    }
}
