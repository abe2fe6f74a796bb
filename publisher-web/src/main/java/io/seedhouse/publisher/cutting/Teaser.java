package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.film.Sound;
import io.seedhouse.publisher.film.Video;

import java.time.Duration;

/**
 * A part of a film, encoded anew for every browser: H.264 and AAC in an MP4 with its index in
 * front, at most 1920 by 1080.
 *
 * @param from milliseconds
 * @param to milliseconds, {@link #SHORTEST} to {@link #LONGEST} later
 */
public record Teaser(long from, long to) implements Cut {
    public static final long SHORTEST = 1_000;
    public static final long LONGEST = 300_000;

    private static final String NAME = "teaser.mp4";
    private static final long SOUND_BITS = 160_000;

    @Override
    public long room(long length) {
        return (to - from) / 1000 * 1_500_000 + (16 << 20);
    }

    @Override
    public void check(Source source) {
        source.video();
        if (to > source.millis()) {
            throw new CannotCut("film.job.beyond");
        }
    }

    @Override
    public Made make(Source source, Bench bench) {
        check(source);
        Video video = source.video();
        Line line =
                new Line()
                        .add("-ss", FramesCut.seconds(from), "-t", FramesCut.seconds(to - from))
                        .input(source.data())
                        .add("-map", "0:V:0", "-vf", filter(video), "-c:v", "libopenh264")
                        .add("-profile:v", "high", "-b:v", Long.toString(bits(video)))
                        .add("-g", "48", "-threads", "2");
        for (Sound track : source.sound().stream().limit(1).toList()) {
            line.add("-map", "0:" + track.index(), "-c:a", "aac", "-ac", "2", "-ar", "48000")
                    .add("-b:a", Long.toString(SOUND_BITS));
        }
        line.add("-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1");
        line.add("-movflags", "+faststart", "-f", "mp4", NAME);
        Duration time = Duration.ofMinutes(5).plusSeconds((to - from) / 1000 * 20);
        bench.run(line, new Limits(time, room(0)), to - from);
        return new Made.File(bench.result(NAME), NAME, true);
    }

    private static String filter(Video video) {
        String slower = video.framesPerSecond() > 60 ? ",fps=60" : "";
        String woven = video.interlaced() ? "bwdif=mode=send_frame," : "";
        return woven + Look.within(video, 1920, 1080) + slower + ",format=yuv420p";
    }

    /** An eighth of a bit for each pixel of each frame, between 0.8 and 8 Mbit/s. */
    private static long bits(Video video) {
        double pixels = Math.min((double) video.width() * video.height(), 1920 * 1080);
        double frames = Math.clamp(video.framesPerSecond(), 24, 60);
        return Math.clamp((long) (pixels * frames / 8), 800_000, 8_000_000);
    }
}
