package io.seedhouse.publisher.film;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a file holds.
 *
 * @param container a name for people: MP4, QuickTime, Matroska, WebM, or ffmpeg's own
 * @param millis length; null for a picture, and where it is not known
 * @param video null where there is none; the picture itself of a picture
 * @param fastStart whether the index comes before the film; null where the container has no such
 *     question
 */
public record Facts(
        Kind kind,
        String container,
        @Nullable Long millis,
        @Nullable Video video,
        List<Sound> sound,
        List<Subtitles> subtitles,
        @Nullable Boolean fastStart) {

    /** What it is for people. */
    public enum Kind {
        FILM,
        SOUND,
        PICTURE,
        SUBTITLES
    }

    public Facts {
        sound = List.copyOf(sound);
        subtitles = List.copyOf(subtitles);
    }

    /** A codec as people write it. */
    public static String shown(String codec) {
        return Verdict.shown(codec);
    }

    /** Why it does not play in browsers, or not well; the reasons that stop it come first. */
    public List<Reason> reasons() {
        return Verdict.on(this);
    }

    /** Whether today's browsers play it as it is. */
    public boolean playsInBrowsers() {
        return kind != Kind.SUBTITLES && reasons().stream().noneMatch(Reason::stops);
    }
}
