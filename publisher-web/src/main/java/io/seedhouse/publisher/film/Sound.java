package io.seedhouse.publisher.film;

import org.jspecify.annotations.Nullable;

/**
 * A sound track.
 *
 * @param index of its stream in the file
 * @param codec as ffmpeg names it, such as {@code aac}
 * @param language as the file says, such as {@code spa}; null where it does not
 */
public record Sound(int index, String codec, int channels, @Nullable String language) {}
