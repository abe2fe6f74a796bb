package io.seedhouse.publisher.film;

import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.ffmpeg.TestFfmpeg;

import jakarta.persistence.EntityManager;

import java.nio.file.Path;

/** Small films that ffmpeg draws, and the beans of this package. */
public final class TestFilms {
    private TestFilms() {}

    /** Ten seconds of H.264 and AAC in an MP4 with its index at the end. */
    public static Path late(Path file) {
        return TestFfmpeg.make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=24:d=10",
                "-f",
                "lavfi",
                "-i",
                "sine=d=10",
                "-c:v",
                "libopenh264",
                "-g",
                "24",
                "-c:a",
                "aac",
                "-f",
                "mp4");
    }

    /** The same with its index in front. */
    public static Path fast(Path file) {
        return TestFfmpeg.make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=24:d=10",
                "-f",
                "lavfi",
                "-i",
                "sine=d=10",
                "-c:v",
                "libopenh264",
                "-g",
                "24",
                "-c:a",
                "aac",
                "-movflags",
                "+faststart",
                "-f",
                "mp4");
    }

    /** H.264 and Opus in Matroska, with Spanish subtitles of this file. */
    public static Path matroska(Path file, Path subtitles) {
        return TestFfmpeg.make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=24:d=6",
                "-f",
                "lavfi",
                "-i",
                "sine=d=6",
                "-i",
                subtitles.toAbsolutePath().toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-map",
                "2",
                "-c:v",
                "libopenh264",
                "-c:a",
                "libopus",
                "-c:s",
                "srt",
                "-metadata:s:a:0",
                "language=eng",
                "-metadata:s:s:0",
                "language=spa",
                "-f",
                "matroska");
    }

    /** VP9 and Opus in WebM. */
    public static Path webm(Path file) {
        return TestFfmpeg.make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=24:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=d=2",
                "-c:v",
                "libvpx-vp9",
                "-deadline",
                "realtime",
                "-cpu-used",
                "8",
                "-c:a",
                "libopus",
                "-f",
                "webm");
    }

    public static Probe probe() {
        return probe(TestFfmpeg.bundled());
    }

    static Probe probe(Ffmpeg ffmpeg) {
        Probe probe = new Probe();
        probe.ffmpeg = ffmpeg;
        return probe;
    }

    static FilmRows rows(EntityManager em, Staging staging) {
        FilmRows rows = new FilmRows();
        rows.em = em;
        rows.staging = staging;
        return rows;
    }

    public static Films films(EntityManager em, Staging staging) {
        Films films = new Films();
        films.bundles = TestBundles.over(em);
        films.rows = rows(em, staging);
        return films;
    }

    static Checks checks(EntityManager em, Staging staging, Probe probe) {
        Checks checks = new Checks();
        checks.rows = rows(em, staging);
        checks.staging = staging;
        checks.probe = probe;
        return checks;
    }
}
