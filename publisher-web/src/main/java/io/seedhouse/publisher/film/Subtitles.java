package io.seedhouse.publisher.film;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A subtitle track.
 *
 * @param index of its stream in the file
 * @param codec as ffmpeg names it, such as {@code subrip}
 * @param language as the file says, such as {@code spa}; null where it does not
 * @param text whether it is text; those of discs are pictures
 */
public record Subtitles(int index, String codec, @Nullable String language, boolean text) {
    private static final Set<String> PICTURES =
            Set.of("dvd_subtitle", "hdmv_pgs_subtitle", "dvb_subtitle", "xsub", "dvb_teletext");

    Subtitles(int index, String codec, @Nullable String language) {
        this(index, codec, language, !PICTURES.contains(codec));
    }
}
