package io.seedhouse.publisher.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What today's Chrome, Firefox and Safari play without a plug-in, on every system they run on. What
 * only some of them play counts as not playing: a buyer has one browser.
 */
final class Verdict {
    private static final Set<String> CONTAINERS =
            Set.of("MP4", "WebM", "MP3", "Ogg", "FLAC", "WAV", "AAC");
    private static final Set<String> PICTURES = Set.of("JPEG", "PNG", "WebP", "GIF", "AVIF");
    private static final Set<String> CODECS = Set.of("h264", "vp8", "vp9", "av1");
    private static final Set<String> SOUND = Set.of("aac", "mp3", "opus", "vorbis", "flac");

    private final List<Reason> reasons = new ArrayList<>();

    static List<Reason> on(Facts facts) {
        Verdict verdict = new Verdict();
        switch (facts.kind()) {
            case FILM, SOUND -> verdict.film(facts);
            case PICTURE -> verdict.container(PICTURES, facts.container());
            case SUBTITLES -> {}
        }
        verdict.reasons.sort(Comparator.comparing(r -> !r.stops()));
        return List.copyOf(verdict.reasons);
    }

    private void film(Facts facts) {
        container(CONTAINERS, facts.container());
        if (facts.kind() == Facts.Kind.FILM && facts.video() != null) {
            video(facts.video());
        }
        for (int i = 0; i < facts.sound().size(); i++) {
            Sound track = facts.sound().get(i);
            if (!plays(track)) {
                add(i == 0 ? "sound" : "other-sound", shown(track.codec()), i == 0);
            }
        }
        if (Boolean.FALSE.equals(facts.fastStart())) {
            add("late", "", false);
        }
    }

    private static boolean plays(Sound track) {
        return SOUND.contains(track.codec()) || track.codec().equals("pcm_s16le");
    }

    private void container(Set<String> known, String container) {
        if (!known.contains(container)) {
            add("container", container, true);
        }
    }

    private void video(Video video) {
        if (!CODECS.contains(video.codec())) {
            add(video.codec().equals("hevc") ? "hevc" : "codec", shown(video.codec()), true);
        }
        if (video.bits() > 8 && !video.codec().equals("av1")) {
            add("depth", Integer.toString(video.bits()), true);
        }
        if (!video.subsampled()) {
            add("chroma", shown(video.pixelFormat()), true);
        }
        if (video.interlaced()) {
            add("interlaced", "", false);
        }
    }

    private void add(String name, String detail, boolean stops) {
        reasons.add(new Reason("film.why." + name, detail, stops));
    }

    /** Short names as people write them; longer ones stay as they are. */
    static String shown(String codec) {
        return switch (codec) {
            case "hevc" -> "HEVC (H.265)";
            case "h264" -> "H.264";
            case "ac3" -> "AC-3";
            case "eac3" -> "E-AC-3";
            case "truehd" -> "TrueHD";
            case "mpeg2video" -> "MPEG-2";
            case "mpeg4" -> "MPEG-4 Part 2";
            case "prores" -> "ProRes";
            default -> codec.length() <= 4 ? codec.toUpperCase(Locale.ROOT) : codec;
        };
    }
}
