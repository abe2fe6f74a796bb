package io.seedhouse.publisher.cutting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Subtitle files as text; our ffmpeg knows no character sets. */
final class Text {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Text() {}

    /** UTF-8 or UTF-16 where it is that, Windows-1252 otherwise. */
    static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length >= 2 && (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE))) {
            return tidy(new String(bytes, StandardCharsets.UTF_16));
        }
        try {
            return tidy(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException older) {
            return tidy(new String(bytes, WINDOWS));
        }
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String tidy(String text) {
        return text.replace("\uFEFF", "").replace("\0", "");
    }

    /**
     * What ffmpeg calls it; no other format is tried on it.
     *
     * @throws CannotCut when it is none of the three
     */
    static String format(String text) {
        String start = text.stripLeading();
        if (start.startsWith("WEBVTT")) {
            return "webvtt";
        }
        if (start.startsWith("[Script Info]")) {
            return "ass";
        }
        if (start.contains("-->")) {
            return "srt";
        }
        throw new CannotCut("film.job.no-subtitles");
    }
}
