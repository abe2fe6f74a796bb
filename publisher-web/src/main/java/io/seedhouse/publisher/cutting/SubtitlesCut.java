package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.film.Subtitles;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Subtitles as WebVTT, the form that browsers show: from a text track of a film, or from an
 * uploaded SubRip, ASS or WebVTT file in UTF-8, UTF-16 or Windows-1252.
 *
 * @param track index of the stream in a film; null for an uploaded file
 * @param language tag such as {@code es}; null for what the track or the file's name says
 * @param free whether anybody may have them; otherwise they are as free as their source
 */
public record SubtitlesCut(@Nullable Integer track, @Nullable String language, boolean free)
        implements Cut {
    private static final String NAME = "subtitles.vtt";
    private static final String COPY = "source.txt";
    private static final long LONGEST = 16 << 20;

    /** Reading one track means to read the whole film. */
    private static final long SLOWEST = 8L << 20;

    @Override
    public long room(long length) {
        return 2 * LONGEST;
    }

    @Override
    public void check(Source source) {
        if (track != null) {
            found(source, track);
            source.millis();
        } else if (source.length() > LONGEST) {
            throw new CannotCut("film.job.long-subtitles");
        }
    }

    private static Subtitles found(Source source, int index) {
        Subtitles found =
                Optional.ofNullable(source.facts()).stream()
                        .flatMap(f -> f.subtitles().stream())
                        .filter(s -> s.index() == index)
                        .findFirst()
                        .orElseThrow(() -> new CannotCut("film.job.no-track"));
        if (!found.text()) {
            throw new CannotCut("film.job.picture-subtitles");
        }
        return found;
    }

    @Override
    public Made make(Source source, Bench bench) {
        check(source);
        return track == null ? ofText(source, bench) : ofTrack(source, track, bench);
    }

    private Made ofTrack(Source source, int index, Bench bench) {
        Subtitles found = found(source, index);
        Line line = new Line().input(source.data()).add("-map", "0:" + index);
        Duration time = Duration.ofMinutes(5).plusSeconds(source.length() / SLOWEST);
        convert(line, bench, time, source.millis());
        String spoken = language != null ? language : Tongue.shortest(found.language());
        return new Made.File(bench.result(NAME), Tongue.name(source.stem(), spoken), free);
    }

    private Made ofText(Source source, Bench bench) {
        try {
            String text = Text.read(source.data());
            Path copy = Files.writeString(bench.folder().resolve(COPY), text);
            Line line = new Line().add("-f", Text.format(text)).input(copy).add("-map", "0:s:0");
            convert(line, bench, Duration.ofMinutes(1), 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read subtitles", e);
        }
        String spoken = language != null ? language : Tongue.ofName(source.stem());
        return new Made.File(bench.result(NAME), Tongue.name(source.stem(), spoken), free);
    }

    private static void convert(Line line, Bench bench, Duration time, long millis) {
        line.add("-c:s", "webvtt", "-map_metadata", "-1", "-f", "webvtt", NAME);
        bench.run(line, new Limits(time, LONGEST), millis);
    }
}
