package io.seedhouse.publisher.film;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Bytes of drafts, for their publisher to look at. */
@ApplicationScoped
class Content {
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject FilmRows rows;

    /**
     * A file that can be shown.
     *
     * @param type by what was found in it, never by its name
     */
    record Shown(UUID id, Path data, long length, String type) {}

    /** Empty for what is not there, not theirs, not complete or nothing that plays or shows. */
    Optional<Shown> find(UUID publisherId, UUID bundleId, UUID fileId) {
        return bundles.find(publisherId, bundleId)
                .filter(b -> b.status() == Status.DRAFT)
                .flatMap(b -> rows.complete(fileId))
                .filter(f -> f.bundleId().equals(bundleId) && isClear(f))
                .flatMap(this::shown);
    }

    private static boolean isClear(BundleFile file) {
        return (file.access() == Access.FREE || file.access() == Access.PAID)
                && file.sourceId() == null;
    }

    private Optional<Shown> shown(BundleFile file) {
        return Optional.ofNullable(rows.find(file.id()))
                .flatMap(Film::facts)
                .flatMap(Content::type)
                .map(type -> new Shown(file.id(), staging.data(file), file.length(), type));
    }

    private static Optional<String> type(Facts facts) {
        return Optional.ofNullable(
                switch (facts.kind()) {
                    case FILM -> "video/" + subtype(facts.container());
                    case SOUND -> "audio/" + subtype(facts.container());
                    case PICTURE -> "image/" + facts.container().toLowerCase(Locale.ROOT);
                    case SUBTITLES -> facts.container().equals("webvtt") ? "text/vtt" : null;
                });
    }

    private static String subtype(String container) {
        return switch (container) {
            case "MP4", "QuickTime" -> "mp4";
            case "WebM" -> "webm";
            case "Matroska (MKV)" -> "x-matroska";
            case "MP3" -> "mpeg";
            case "Ogg" -> "ogg";
            case "FLAC" -> "flac";
            case "WAV" -> "wav";
            case "AAC" -> "aac";
            default -> "octet-stream";
        };
    }
}
