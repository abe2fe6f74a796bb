package io.seedhouse.publisher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The demo film: hills at dawn, drawn and scored by ffmpeg's own generators, 24 seconds in
 * 1280x720, H.264 and AAC in MP4 with its index in front, so that browsers play it at once. The
 * teaser and the poster are cut from it.
 */
record FirstLight(Ffmpeg ffmpeg) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> CODECS =
            List.of(
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
                    "mp4");

    void shoot() {
        film();
        teaser();
        poster();
    }

    private void film() {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "-filter_complex_threads",
                                "1",
                                "-filter_complex",
                                scene(),
                                "-map",
                                "[v]",
                                "-map",
                                "[s]",
                                "-t",
                                "24"));
        line.addAll(CODECS);
        line.add(DemoFiles.FILM);
        ffmpeg.run(line, LIMIT);
    }

    /** Eight seconds around sunrise; it begins lit, so that a paused player shows a picture. */
    private void teaser() {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "-ss",
                                "10",
                                "-t",
                                "8",
                                "-i",
                                DemoFiles.FILM,
                                "-vf",
                                "fade=t=out:st=7:d=1",
                                "-af",
                                "afade=t=in:d=0.5,afade=t=out:st=7:d=1"));
        line.addAll(CODECS);
        line.add(DemoFiles.TEASER);
        ffmpeg.run(line, LIMIT);
    }

    private void poster() {
        ffmpeg.run(
                List.of(
                        "-ss",
                        "17",
                        "-i",
                        DemoFiles.FILM,
                        "-frames:v",
                        "1",
                        "-vf",
                        "crop=480:720:600:0,scale=800:1200:flags=lanczos",
                        "-q:v",
                        "3",
                        "-f",
                        "image2",
                        "-update",
                        "1",
                        DemoFiles.POSTER),
                LIMIT);
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
