package io.seedhouse.publisher.film;

import org.jspecify.annotations.Nullable;

/**
 * The picture of a film.
 *
 * @param codec as ffmpeg names it, such as {@code h264}
 * @param pixelFormat the same, such as {@code yuv420p10le}
 * @param bits of each colour of a pixel
 * @param subsampled whether colour has a quarter of the resolution (4:2:0), as in nearly every film
 * @param width in pixels as they are shown, whatever their shape in the file
 * @param framesPerSecond 0 where it is not known
 * @param hdr whether it is made for more light than an ordinary screen has
 */
public record Video(
        String codec,
        @Nullable String profile,
        String pixelFormat,
        int bits,
        boolean subsampled,
        int width,
        int height,
        double framesPerSecond,
        boolean interlaced,
        boolean hdr) {}
