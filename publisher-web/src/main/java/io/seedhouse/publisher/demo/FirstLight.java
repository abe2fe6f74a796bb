package io.seedhouse.publisher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.ffmpeg.Ran;
import io.seedhouse.publisher.ffmpeg.Watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The demo film: a valley at dawn, drawn and scored by ffmpeg's own generators, 48 seconds in
 * 1280x720, H.264 and AAC in MP4 with its index in front, so that browsers play it at once. The
 * teaser and the poster are cut from it.
 */
record FirstLight(Ffmpeg ffmpeg, Path folder) {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(20), 200 << 20);
    private static final String[] CODECS = {
        "-threads",
        "1",
        "-c:v",
        "libopenh264",
        "-b:v",
        "4500k",
        "-g",
        "48",
        "-c:a",
        "aac",
        "-b:a",
        "128k",
        "-movflags",
        "+faststart",
        "-f",
        "mp4"
    };

    void shoot() {
        film();
        teaser();
        poster();
    }

    private void film() {
        run(
                new Line()
                        .add("-filter_complex_threads", "1", "-filter_complex", scene())
                        .add("-map", "[v]", "-map", "[s]", "-t", "48")
                        .add(CODECS)
                        .add(DemoFiles.FILM));
    }

    /** Twelve seconds around sunrise; it begins lit, so that a paused player shows a picture. */
    private void teaser() {
        run(
                new Line()
                        .add("-ss", "26", "-t", "12")
                        .input(folder.resolve(DemoFiles.FILM))
                        .add("-vf", "fade=t=out:st=11:d=1")
                        .add("-af", "afade=t=in:d=0.5,afade=t=out:st=11:d=1")
                        .add(CODECS)
                        .add(DemoFiles.TEASER));
    }

    private void poster() {
        run(
                new Line()
                        .add("-ss", "37")
                        .input(folder.resolve(DemoFiles.FILM))
                        .add("-frames:v", "1")
                        .add("-vf", "crop=480:720:385:0,scale=800:1200:flags=lanczos")
                        .add("-q:v", "3", "-f", "image2", "-update", "1")
                        .add(DemoFiles.POSTER));
    }

    private void run(Line line) {
        if (ffmpeg.convert(line, folder, LIMITS, Watch.NOTHING) instanceof Ran.Failed f) {
            throw new DemoFailed("ffmpeg ended with " + f.cause() + ": " + f.complaint());
        }
    }

    private static String scene() {
        try (InputStream text =
                Objects.requireNonNull(
                        FirstLight.class.getResourceAsStream("first-light.filtergraph"),
                        "the scene is part of this module")) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
