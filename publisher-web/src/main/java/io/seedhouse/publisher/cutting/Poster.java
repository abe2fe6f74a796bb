package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.film.Facts;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A moment of a film as a picture, or an uploaded picture made anew: decoded to pixels and written
 * as a JPEG, so that nothing of the old file is left but what is seen.
 *
 * @param millis the moment; null for a picture
 * @param centre of a crop to 2:3, from 0 (left) to 1000 (right); null for the whole picture
 */
public record Poster(@Nullable Long millis, @Nullable Integer centre) implements Cut {
    private static final String NAME = "poster.jpg";
    private static final int SIDE = 1800;

    /** Pixels of a picture that we decode: 100 megapixels take 400 MB. */
    private static final String MOST_PIXELS = "100000000";

    private static final Limits LIMITS = new Limits(Duration.ofMinutes(3), 32 << 20);

    @Override
    public long room(long length) {
        return 32 << 20;
    }

    @Override
    public void check(Source source) {
        if (!isPicture(source)) {
            source.video();
            if (moment(source) >= source.millis()) {
                throw new CannotCut("film.job.beyond");
            }
        }
    }

    private static boolean isPicture(Source source) {
        return source.facts() != null && source.facts().kind() == Facts.Kind.PICTURE;
    }

    private long moment(Source source) {
        return millis == null ? source.millis() / 3 : millis;
    }

    @Override
    public Made make(Source source, Bench bench) {
        check(source);
        Line line = new Line();
        if (!isPicture(source)) {
            line.add("-ss", FramesCut.seconds(moment(source)));
        }
        line.add("-max_pixels", MOST_PIXELS)
                .input(source.data())
                .add("-map", isPicture(source) ? "0:v:0" : "0:V:0", "-frames:v", "1")
                .add("-vf", filter(source.facts()), "-map_metadata", "-1")
                .add("-fflags", "+bitexact", "-flags:v", "+bitexact", "-c:v", "mjpeg")
                .add("-q:v", "3", "-f", "image2", "-update", "1", NAME);
        bench.step(line, LIMITS, 100);
        return new Made.File(bench.result(NAME), NAME, true);
    }

    private String filter(@Nullable Facts facts) {
        String crop =
                centre == null
                        ? ""
                        : ("crop=w='min(iw,trunc(ih*2/3))':h='min(ih,trunc(iw*3/2))'"
                                        + ":x='max(0,min(iw-ow,iw*%d/1000-ow/2))':y='(ih-oh)/2',")
                                .formatted(centre);
        String bright = Look.within(facts == null ? null : facts.video(), 16384, 16384);
        return bright + "," + crop + Look.within(null, SIDE, SIDE) + ",format=yuvj420p";
    }
}
