package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.Versions;
import io.seedhouse.publisher.editor.EditorView.FileRow;
import io.seedhouse.publisher.editor.EditorView.Grid;
import io.seedhouse.publisher.editor.EditorView.GridRow;
import io.seedhouse.publisher.editor.EditorView.Kin;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import io.seedhouse.publisher.editor.EditorView.Seal;
import io.seedhouse.publisher.page.Durations;
import io.seedhouse.publisher.page.Sizes;
import io.seedhouse.tracker.api.Deliveries;
import io.seedhouse.tracker.api.Torrents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays a bundle out for its publisher: what is there, what is missing, what can be done next. */
@ApplicationScoped
class Desk {
    /** What a modest disk and one core encrypt and hash in a second; machines differ. */
    private static final long BYTES_PER_SECOND = 150_000_000;

    @Inject Bundles bundles;
    @Inject Versions versions;
    @Inject Staging staging;
    @Inject Torrents torrents;
    @Inject Deliveries deliveries;

    EditorView view(Bundle bundle, Refusal refusal) {
        List<BundleFile> files = bundles.files(bundle.id());
        List<Offer> offers = bundles.tiers(bundle.id());
        Checklist list = new Checklist(bundle, files, offers, staging);
        return new EditorView(
                bundle.id().toString(),
                bundle.slug(),
                bundle.title(),
                bundle.status(),
                TextsForm.of(bundle),
                files.stream().map(f -> row(bundle, f)).toList(),
                tiers(offers, files),
                grid(offers, files),
                list.steps(),
                seal(bundle, list.isSealable()),
                bundle.premiere(),
                carried(bundle.id()),
                bundle.withdrawal(),
                kin(bundle),
                bundle.problem(),
                refusal,
                List.of());
    }

    private Kin kin(Bundle bundle) {
        @Nullable UUID earlier = bundle.versionOf();
        Optional<Bundle> next = versions.next(bundle.id());
        return new Kin(
                earlier == null ? null : earlier.toString(),
                next.map(b -> b.id().toString()).orElse(null),
                bundle.published() != null && next.isEmpty());
    }

    private FileRow row(Bundle bundle, BundleFile file) {
        long offset = staging.offset(bundle, file);
        boolean arrived = offset == file.length();
        return new FileRow(
                file.id().toString(),
                file.name(),
                arrived
                        ? Sizes.of(file.length())
                        : say("editor.files.partly", Sizes.of(offset), Sizes.of(file.length())),
                file.problemInWords(),
                arrived,
                file.access() == Access.FREE,
                bundle.status() == Status.DRAFT && file.isShareable());
    }

    private static List<TierForm> tiers(List<Offer> offers, List<BundleFile> files) {
        List<String> paid = sold(files).stream().map(BundleFile::name).toList();
        List<TierForm> forms = new ArrayList<>();
        IntStream.range(0, offers.size())
                .forEach(n -> forms.add(TierForm.of(n, offers.get(n), paid)));
        forms.add(TierForm.blank(offers.isEmpty(), paid));
        return forms;
    }

    private static List<BundleFile> sold(List<BundleFile> files) {
        return files.stream().filter(f -> f.access().isSold()).toList();
    }

    private static Grid grid(List<Offer> offers, List<BundleFile> files) {
        return new Grid(
                offers.stream().map(Offer::tier).toList(),
                sold(files).stream().map(f -> gridRow(f, offers)).toList());
    }

    private static GridRow gridRow(BundleFile file, List<Offer> offers) {
        return new GridRow(
                file.id().toString(),
                file.name(),
                offers.stream()
                        .map(o -> o.files().stream().map(PaidFile::id).anyMatch(file.id()::equals))
                        .toList());
    }

    private Seal seal(Bundle bundle, boolean ready) {
        Progress progress = bundles.progress(bundle);
        return new Seal(
                ready,
                progress.doneBytes(),
                progress.totalBytes(),
                say(
                        "editor.seal.progress",
                        Sizes.of(progress.doneBytes()),
                        Sizes.of(progress.totalBytes())),
                Durations.about(Duration.ofSeconds(1 + progress.totalBytes() / BYTES_PER_SECOND)));
    }

    private @Nullable Carried carried(UUID bundleId) {
        return deliveries
                .of(bundleId)
                .flatMap(given -> torrents.swarm(bundleId).map(swarm -> Carried.of(swarm, given)))
                .orElse(null);
    }
}
