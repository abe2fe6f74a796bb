package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.film.Video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures to choose a poster from, spread over the film. From each twelfth of it comes the first
 * picture that is not black.
 */
public record FramesCut() implements Cut {
    public static final int MOST = 12;

    /** Of the brightness 16 (black) to 235 (white), as ffmpeg's signalstats counts it. */
    private static final int DARK = 28;

    private static final long LONGEST_SEARCH_MILLIS = 20_000;
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(3), 8 << 20);

    @Override
    public long room(long length) {
        return 16 << 20;
    }

    @Override
    public void check(Source source) {
        source.video();
        source.millis();
    }

    @Override
    public Made make(Source source, Bench bench) {
        Video video = source.video();
        long part = source.millis() / MOST;
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            long from = part * i + part / 3;
            long search = Math.clamp(part * 2 / 3, 100, LONGEST_SEARCH_MILLIS);
            bench.step(line(source.data(), video, from, search), LIMITS, i * 1000 / MOST);
            found(bench, moments.size()).ifPresent(after -> moments.add(from + after));
        }
        if (moments.isEmpty()) {
            throw new CannotCut("film.job.all-dark");
        }
        return new Made.Frames(moments);
    }

    private static Line line(Path data, Video video, long from, long search) {
        String filter =
                Look.within(video, 640, 640)
                        + ",format=yuv420p,signalstats,metadata=mode=select:"
                        + "key=lavfi.signalstats.YAVG:function=greater:value="
                        + DARK
                        + ",settb=1/1000,format=yuvj420p";
        return new Line()
                .add("-ss", seconds(from), "-t", seconds(search))
                .input(data)
                .add("-map", "0:V:0", "-vf", filter, "-fps_mode", "passthrough")
                .add("-enc_time_base", "1:1000", "-frames:v", "1", "-q:v", "4")
                .add("-map_metadata", "-1", "-f", "image2", "-frame_pts", "1", "found-%d.jpg");
    }

    /** Milliseconds into the search, which ffmpeg put into the picture's name. */
    private static Optional<Long> found(Bench bench, int n) {
        try (Stream<Path> all = Files.list(bench.folder())) {
            Optional<Path> found =
                    all.filter(f -> f.getFileName().toString().matches("found-[0-9]{1,9}\\.jpg"))
                            .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            String name = found.get().getFileName().toString();
            Files.move(found.get(), bench.folder().resolve(n + ".jpg"));
            return Optional.of(Long.valueOf(name.substring(6, name.length() - 4)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + bench.folder(), e);
        }
    }

    /** As ffmpeg reads a moment. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
