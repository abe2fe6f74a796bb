package io.seedhouse.publisher.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the public catalogue, newest first.
 *
 * @param next what to pass as {@code after} for the following part; null at the end
 */
public record Shelf(List<Bundle> items, @Nullable String next) {
    public Shelf {
        items = List.copyOf(items);
    }
}
