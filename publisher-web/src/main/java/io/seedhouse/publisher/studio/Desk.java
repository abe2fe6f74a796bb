package io.seedhouse.publisher.studio;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.Versions;
import io.seedhouse.publisher.page.Sizes;
import io.seedhouse.publisher.studio.EditorView.FileRow;
import io.seedhouse.publisher.studio.EditorView.Kin;
import io.seedhouse.publisher.studio.EditorView.Refusal;
import io.seedhouse.publisher.studio.EditorView.Seal;
import io.seedhouse.publisher.studio.EditorView.Todo;
import io.seedhouse.tracker.api.Deliveries;
import io.seedhouse.tracker.api.Torrents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Lays a bundle out for its publisher: what is there, what is missing, what can be done next. */
@ApplicationScoped
class Desk {
    @Inject Bundles bundles;
    @Inject Versions versions;
    @Inject Staging staging;
    @Inject Torrents torrents;
    @Inject Deliveries deliveries;

    EditorView view(Bundle bundle, Refusal refusal) {
        List<BundleFile> files = bundles.files(bundle.id());
        List<Offer> offers = bundles.tiers(bundle.id());
        boolean arrived = files.stream().allMatch(f -> arrived(bundle, f));
        return new EditorView(
                bundle.id().toString(),
                bundle.slug(),
                bundle.title(),
                bundle.status(),
                subtitle(bundle.status()),
                TextsForm.of(bundle),
                files.stream().map(f -> row(bundle, f)).toList(),
                tiers(offers, files),
                todo(bundle, files, offers, arrived),
                seal(bundle, !files.isEmpty() && arrived),
                bundle.premiere(),
                carried(bundle.id()),
                bundle.withdrawal(),
                kin(bundle),
                bundle.problem(),
                refusal);
    }

    private Kin kin(Bundle bundle) {
        @Nullable UUID earlier = bundle.versionOf();
        Optional<Bundle> next = versions.next(bundle.id());
        return new Kin(
                earlier == null ? null : earlier.toString(),
                next.map(b -> b.id().toString()).orElse(null),
                bundle.published() != null && next.isEmpty());
    }

    private boolean arrived(Bundle bundle, BundleFile file) {
        return staging.offset(bundle, file) == file.length() && file.problem() == null;
    }

    private FileRow row(Bundle bundle, BundleFile file) {
        return new FileRow(
                file.id().toString(),
                file.name(),
                Sizes.of(file.length()),
                state(file, staging.offset(bundle, file)),
                file.access() == Access.FREE);
    }

    private static String state(BundleFile file, long offset) {
        if (file.problem() != null) {
            return file.problem();
        }
        if (offset < file.length()) {
            return Sizes.of(offset) + " of it has arrived: choose the file again to go on";
        }
        return switch (file.access()) {
            case FREE -> "Free to share";
            case PAID -> "Sold";
            case SEALED -> "Sold, sealed by you";
            case RESEALED -> "Sold, under a new key";
            case KEPT -> "Sold, as in the version before";
        };
    }

    private static List<TierForm> tiers(List<Offer> offers, List<BundleFile> files) {
        List<String> paid =
                files.stream().filter(f -> f.access().isSold()).map(BundleFile::name).toList();
        List<TierForm> forms = new ArrayList<>();
        IntStream.range(0, offers.size())
                .forEach(n -> forms.add(TierForm.of(n, offers.get(n), paid)));
        forms.add(TierForm.blank(offers.isEmpty(), paid));
        return forms;
    }

    private static List<Todo> todo(
            Bundle bundle, List<BundleFile> files, List<Offer> offers, boolean arrived) {
        List<Todo> todo = new ArrayList<>();
        todo.add(new Todo("Title", true));
        todo.add(new Todo("Synopsis", !bundle.synopsis().isBlank()));
        todo.add(new Todo("At least one file", !files.isEmpty()));
        if (!arrived) {
            todo.add(new Todo("Every file has arrived", false));
        }
        if (files.stream().anyMatch(f -> f.access().isSold())) {
            todo.add(new Todo("A price", !offers.isEmpty()));
        }
        return todo;
    }

    private Seal seal(Bundle bundle, boolean ready) {
        Progress progress = bundles.progress(bundle);
        String words = Sizes.of(progress.doneBytes()) + " of " + Sizes.of(progress.totalBytes());
        return new Seal(ready, progress.doneBytes(), progress.totalBytes(), words);
    }

    private @Nullable Carried carried(UUID bundleId) {
        return deliveries
                .of(bundleId)
                .flatMap(given -> torrents.swarm(bundleId).map(swarm -> Carried.of(swarm, given)))
                .orElse(null);
    }

    private static String subtitle(Status status) {
        return switch (status) {
            case DRAFT -> "Draft, seen by nobody but you";
            case SEALING -> "Being sealed";
            case SEALED -> "Sealed, ready to publish";
            case PUBLISHED -> "Published";
            case WITHDRAWN -> "Withdrawn, served and sold no longer";
        };
    }
}
