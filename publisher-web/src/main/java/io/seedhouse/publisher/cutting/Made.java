package io.seedhouse.publisher.cutting;

import java.nio.file.Path;
import java.util.List;

/** A finished result in the folder it was made in. */
public sealed interface Made {
    /**
     * A file for the bundle.
     *
     * @param name that it should have there
     * @param free whether anybody may have it, whatever its source
     */
    record File(Path data, String name, boolean free) implements Made {}

    /**
     * Pictures to choose from: {@code 0.jpg} and so on.
     *
     * @param moments of the film in milliseconds, one per picture
     */
    record Frames(List<Long> moments) implements Made {
        public Frames {
            moments = List.copyOf(moments);
        }
    }
}
