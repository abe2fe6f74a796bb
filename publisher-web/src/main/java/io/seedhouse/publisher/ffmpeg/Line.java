package io.seedhouse.publisher.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one ffmpeg run. They are made of constants, numbers and paths of ours; nothing
 * that a person typed, such as the name of a file, goes in.
 */
public final class Line {
    /**
     * Containers of films, sound, pictures and subtitles. None of them names other files to open:
     * playlists and lists of parts (hls, dash, concat, imf), image sequences and capture devices
     * are missing on purpose, for a file called film.mp4 may hold any of them.
     */
    static final String FORMATS =
            String.join(
                    ",",
                    "mov",
                    "matroska",
                    "avi",
                    "mpegts",
                    "mpeg",
                    "mpegvideo",
                    "mxf",
                    "asf",
                    "flv",
                    "ogg",
                    "ivf",
                    "h264",
                    "hevc",
                    "obu",
                    "dv",
                    "gxf",
                    "nut",
                    "rm",
                    "wav",
                    "w64",
                    "aiff",
                    "caf",
                    "flac",
                    "mp3",
                    "aac",
                    "ac3",
                    "eac3",
                    "dts",
                    "truehd",
                    "amr",
                    "ape",
                    "wv",
                    "tta",
                    "gif",
                    "jpeg_pipe",
                    "png_pipe",
                    "webp_pipe",
                    "srt",
                    "ass",
                    "webvtt");

    private final List<String> words = new ArrayList<>();

    /** A file of ours to read, whatever it holds; options for it come before. */
    public Line input(Path file) {
        words.addAll(opening(file));
        return this;
    }

    /** The whitelists stand with each input: options speak of the next file only. */
    static List<String> opening(Path file) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                FORMATS,
                "-i",
                "file:" + file.toAbsolutePath().normalize());
    }

    /** Options, and the names of results, which lie in the folder that it runs in. */
    public Line add(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
