package io.seedhouse.publisher.demo;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.upload.Append;
import io.seedhouse.publisher.upload.Create;
import io.seedhouse.publisher.upload.Uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the demo's files and uploads them like anybody's. */
@ApplicationScoped
class DemoFiles {
    static final String FILM = "First light.mp4";
    static final String TEASER = "teaser.mp4";
    static final String POSTER = "poster.jpg";

    /** Subtitles, by the name of the resource that holds them. */
    private static final Map<String, String> SUBTITLES =
            Map.of(
                    "First light.en.vtt", "first-light.en.vtt",
                    "First light.es.vtt", "first-light.es.vtt");

    static final List<String> NAMES =
            Stream.concat(Stream.of(FILM, TEASER, POSTER), SUBTITLES.keySet().stream()).toList();

    @Inject Bundles bundles;
    @Inject Uploads uploads;
    @Inject Ffmpeg ffmpeg;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    String home;

    /** Drops what an earlier run left half uploaded: no two encodings are alike byte by byte. */
    void make(UUID publisherId, UUID bundleId) {
        bundles.files(bundleId).forEach(f -> uploads.delete(publisherId, f.id()));
        try {
            Path workshop = Path.of(home, "demo").toAbsolutePath();
            delete(workshop);
            // A killed server's ffmpeg may still be writing: each run has a folder of its own.
            Path folder = Files.createDirectories(workshop.resolve(UUID.randomUUID().toString()));
            try {
                new FirstLight(ffmpeg, folder).shoot();
                upload(publisherId, bundleId, folder.resolve(FILM), Access.PAID);
                upload(publisherId, bundleId, folder.resolve(TEASER), Access.FREE);
                upload(publisherId, bundleId, folder.resolve(POSTER), Access.FREE);
                for (Map.Entry<String, String> entry : SUBTITLES.entrySet()) {
                    Path file = folder.resolve(entry.getKey());
                    subtitles(entry.getValue(), file);
                    upload(publisherId, bundleId, file, Access.FREE);
                }
            } finally {
                delete(workshop);
            }
        } catch (IOException e) {
            throw new DemoFailed("its files cannot be written: " + e.getMessage(), e);
        }
    }

    private static void subtitles(String resource, Path file) throws IOException {
        try (InputStream text = DemoFiles.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(text, "subtitles are part of this module"), file);
        }
    }

    private void upload(UUID publisherId, UUID bundleId, Path file, Access access)
            throws IOException {
        Create begun =
                uploads.create(
                        publisherId,
                        bundleId,
                        file.getFileName().toString(),
                        access,
                        Files.size(file));
        if (!(begun instanceof Create.Created created)) {
            throw new DemoFailed(file.getFileName() + " was not taken: " + begun);
        }
        try (InputStream in = Files.newInputStream(file)) {
            Append sent = uploads.append(publisherId, created.file().id(), 0, in);
            if (!(sent instanceof Append.Appended)) {
                throw new DemoFailed(file.getFileName() + " did not arrive: " + sent);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
