package io.seedhouse.publisher.film;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of the files of a bundle. Sealed ones are never looked at. */
@ApplicationScoped
public class Films {
    @Inject Bundles bundles;
    @Inject FilmRows rows;

    /** All clear files by name; empty for somebody else's bundle. */
    public Optional<List<FilmView>> ofBundle(UUID publisherId, UUID bundleId) {
        return bundles.find(publisherId, bundleId).map(b -> all(bundleId));
    }

    private List<FilmView> all(UUID bundleId) {
        Map<UUID, Film> known = rows.ofBundle(bundleId);
        return bundles.files(bundleId).stream()
                .filter(Films::isClear)
                .map(f -> FilmView.of(f, known.get(f.id())))
                .toList();
    }

    private static boolean isClear(BundleFile file) {
        return (file.access() == Access.FREE || file.access() == Access.PAID)
                && file.sourceId() == null;
    }

    /** What a file holds; empty while that is not known, and for what is no film. */
    public Optional<Facts> facts(UUID fileId) {
        return Optional.ofNullable(rows.find(fileId)).flatMap(Film::facts);
    }
}
