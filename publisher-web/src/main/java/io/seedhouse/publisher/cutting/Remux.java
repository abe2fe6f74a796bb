package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.film.Facts;
import io.seedhouse.publisher.film.Sound;
import io.seedhouse.publisher.film.Video;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The same pictures and sound, bit by bit, in an MP4 with its index in front, so that a browser
 * plays it from the first bytes on. Subtitles are left out: browsers show none that are inside.
 */
public record Remux() implements Cut {
    private static final String NAME = "remux.mp4";

    /** Each has a registered place in MP4 (mp4ra.org). */
    private static final Set<String> VIDEO = Set.of("h264", "hevc", "av1", "vp9", "mpeg4");

    private static final Set<String> SOUND =
            Set.of("aac", "mp3", "ac3", "eac3", "opus", "flac", "alac");

    /** Bytes a second that even a slow disk copies twice. */
    private static final long SLOWEST = 4L << 20;

    private static final long SPARE = 64L << 20;

    @Override
    public long room(long length) {
        return length + SPARE;
    }

    @Override
    public void check(Source source) {
        fitting(source, source.video());
        source.millis();
    }

    @Override
    public Made make(Source source, Bench bench) {
        Video video = source.video();
        List<Sound> sound = fitting(source, video);
        Line line = new Line().input(source.data()).add("-map", "0:V:0");
        sound.forEach(track -> line.add("-map", "0:" + track.index()));
        line.add("-c", "copy", "-sn", "-dn");
        if (video.codec().equals("hevc")) {
            line.add("-tag:v", "hvc1");
        }
        line.add("-movflags", "+faststart", "-f", "mp4", NAME);
        Duration time = Duration.ofMinutes(10).plusSeconds(source.length() / SLOWEST);
        Limits limits = new Limits(time, room(source.length() + source.length() / 20));
        bench.run(line, limits, source.millis());
        return new Made.File(bench.result(NAME), name(source), false);
    }

    /** Refuses what MP4 cannot hold, naming it. */
    private static List<Sound> fitting(Source source, Video video) {
        if (!VIDEO.contains(video.codec())) {
            throw new CannotCut("film.job.remux-video", Facts.shown(video.codec()));
        }
        List<Sound> all = source.sound();
        List<Sound> fit = all.stream().filter(t -> SOUND.contains(t.codec())).toList();
        if (fit.isEmpty() && !all.isEmpty()) {
            throw new CannotCut("film.job.remux-sound", Facts.shown(all.getFirst().codec()));
        }
        return fit;
    }

    private static String name(Source source) {
        return source.ending().equalsIgnoreCase("mp4")
                ? source.stem() + " (web).mp4"
                : source.stem() + ".mp4";
    }
}
