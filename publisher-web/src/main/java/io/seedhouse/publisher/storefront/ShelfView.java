package io.seedhouse.publisher.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the catalogue.
 *
 * @param more address of the following part; null at the end
 */
record ShelfView(List<Card> cards, @Nullable String more) {

    /** A bundle on the shelf. */
    record Card(String slug, String title, @Nullable String poster, String price) {}
}
