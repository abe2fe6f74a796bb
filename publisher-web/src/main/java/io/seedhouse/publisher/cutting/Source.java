package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.film.Facts;
import io.seedhouse.publisher.film.Sound;
import io.seedhouse.publisher.film.Video;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * What something is made of.
 *
 * @param data its bytes, which are only read
 * @param name as its publisher calls it; never part of a command
 * @param length bytes
 * @param facts null for what is no film, such as subtitles that ffprobe does not take for some
 */
public record Source(Path data, String name, long length, @Nullable Facts facts) {
    /** The name without its ending. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    Video video() {
        if (facts == null || facts.kind() != Facts.Kind.FILM || facts.video() == null) {
            throw new CannotCut("film.job.no-video", name);
        }
        return facts.video();
    }

    /** Its sound tracks, the main one first. */
    List<Sound> sound() {
        return facts == null ? List.of() : facts.sound();
    }

    long millis() {
        if (facts == null || facts.millis() == null || facts.millis() == 0) {
            throw new CannotCut("film.job.no-length", name);
        }
        return facts.millis();
    }
}
