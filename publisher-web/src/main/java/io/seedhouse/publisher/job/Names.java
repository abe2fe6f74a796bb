package io.seedhouse.publisher.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.packager.bundle.FileNames;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for what was made, in case the best is taken. */
final class Names {
    private static final int MOST = 100;

    /** Endings such as {@code .es.vtt} or {@code (web).mp4} stay whole. */
    private static final int LONGEST_ENDING = 40;

    private Names() {}

    /**
     * {@code film.mp4}, {@code film 2.mp4}, {@code film 3.mp4} and so on, none of them too long.
     */
    static Stream<String> like(String name) {
        int dot = name.lastIndexOf('.');
        int language = name.endsWith(".vtt") ? name.lastIndexOf('.', dot - 1) : -1;
        int cut = language > 0 && dot - language < LONGEST_ENDING ? language : dot;
        String stem = name.substring(0, cut);
        String ending = name.substring(cut);
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(n -> fit(stem, (n == 1 ? "" : " " + n) + ending));
    }

    /** A name of at most as many bytes as names may have. */
    private static String fit(String stem, String ending) {
        String shorter = stem;
        while ((shorter + ending).getBytes(UTF_8).length > FileNames.MAX_BYTES) {
            shorter =
                    shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1)).strip();
        }
        return shorter + ending;
    }
}
