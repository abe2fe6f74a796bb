package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may become of a bundle's windows. Opening earlier is always allowed; what is open already
 * cannot be closed, since somebody may have it. (A premiere may be moved away again, as ever:
 * nobody is sold a promise that a keyring can be fetched twice.)
 *
 * @param files those of the bundle
 * @param newest the published version that has taken its place; null while none has
 */
record Timetable(Bundle bundle, List<BundleFile> files, @Nullable Bundle newest, Instant now) {

    /** Why these cannot be its windows; empty when they can. */
    Optional<String> refusal(Windows next) {
        return Stream.of(next.disorder(), replaced(next), teaser(next), preload(next), extras(next))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why a file cannot become an extra, or be one no more; empty when it can. */
    Optional<String> refusalOfMark(BundleFile file, boolean extra) {
        if (newest != null) {
            return Optional.of(say("release.replaced", newest.slug()));
        }
        return extra ? refusalOfExtra(file) : Optional.empty();
    }

    private Optional<String> refusalOfExtra(BundleFile file) {
        Windows windows = bundle.windows();
        if (!file.access().isSold()) {
            return Optional.of(say("release.free-extra", file.name()));
        }
        boolean open = isPublic() && Windows.hasCome(windows.premiere(), now);
        return open && !Windows.hasCome(windows.extrasOpen(), now)
                ? Optional.of(
                        say(
                                "release.open-extra",
                                file.name(),
                                since(windows.premiere()),
                                Window.EXTRAS.label(),
                                String.valueOf(windows.extrasOpen())))
                : Optional.empty();
    }

    /** Files that a version keeps have one key, so one plan decides over them. */
    private Optional<String> replaced(Windows next) {
        return newest == null || next.equals(bundle.windows())
                ? Optional.empty()
                : Optional.of(say("release.replaced", newest.slug()));
    }

    private Optional<String> teaser(Windows next) {
        if (!isPublic() || Windows.hasCome(next.teaser(), now)) {
            return Optional.empty();
        }
        return Optional.of(
                say(
                        "release.public-already",
                        String.valueOf(next.teaser()),
                        String.valueOf(bundle.published())));
    }

    private Optional<String> preload(Windows next) {
        Instant before = bundle.windows().preload();
        if (!isPublic() || !Windows.hasCome(before, now) || Windows.hasCome(next.preload(), now)) {
            return Optional.empty();
        }
        String wanted = String.valueOf(next.preload());
        return Optional.of(say("release.preload-open", wanted, since(before)));
    }

    private Optional<String> extras(Windows next) {
        Instant before = bundle.windows().extrasOpen();
        boolean moves = !Objects.equals(next.extras(), bundle.windows().extras());
        if (!isPublic() || !moves || !hasExtras() || !Windows.hasCome(before, now)) {
            return Optional.empty();
        }
        String wanted = String.valueOf(next.extrasOpen());
        return Windows.hasCome(next.extrasOpen(), now)
                ? Optional.empty()
                : Optional.of(say("release.extras-open", wanted, since(before)));
    }

    private boolean hasExtras() {
        return files.stream().anyMatch(f -> f.extra() && f.access().isSold());
    }

    private boolean isPublic() {
        return bundle.published() != null;
    }

    /** Where no moment was set it was when the bundle was published. */
    private String since(@Nullable Instant moment) {
        Instant published = bundle.published();
        boolean later = moment == null || (published != null && moment.isBefore(published));
        return String.valueOf(later ? published : moment);
    }
}
