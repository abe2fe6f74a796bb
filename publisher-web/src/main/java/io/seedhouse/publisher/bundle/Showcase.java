package io.seedhouse.publisher.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The free files that present a bundle, as addresses: at the web seed once it is sealed, before
 * that where only its publisher can see them. A file called for the part ({@code poster.jpg},
 * {@code Teaser 2.mp4}) wins over the first one that would do.
 */
public record Showcase(@Nullable String poster, @Nullable String teaser) {
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "webp");
    private static final Set<String> FILMS = Set.of("mp4", "m4v", "webm");

    public static Showcase of(Bundle bundle, List<BundleFile> files) {
        return new Showcase(
                pick(files, PICTURES, name -> name.startsWith("poster"))
                        .map(f -> address(bundle, f))
                        .orElse(null),
                pick(files, FILMS, name -> name.startsWith("teaser") || name.startsWith("trailer"))
                        .map(f -> address(bundle, f))
                        .orElse(null));
    }

    static Optional<BundleFile> pick(
            List<BundleFile> files, Set<String> endings, Predicate<String> called) {
        return files.stream()
                .filter(f -> f.access() == Access.FREE && endings.contains(ending(f.name())))
                .min(Comparator.comparing(f -> !called.test(f.name().toLowerCase(Locale.ROOT))));
    }

    /** On this host, so that a page works under every name the host has. */
    static String address(Bundle bundle, BundleFile file) {
        if (!bundle.status().isSealed()) {
            return "/api/v1/bundles/%s/files/%s/content".formatted(bundle.id(), file.id());
        }
        return "/tracker/seed/%s/%s/%s/%s"
                .formatted(
                        bundle.id(), bundle.slug(), file.access().folder(), escaped(file.name()));
    }

    private static String escaped(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
