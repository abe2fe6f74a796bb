package io.seedhouse.publisher.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart with its table.
 *
 * @param svg drawn by {@code chart}
 * @param head of the table, the first one that of the names of lines
 * @param rows of the table, each as long as its head
 * @param note what has to be known to read it right; null for nothing
 */
record Figure(
        String id,
        String title,
        String svg,
        List<String> head,
        List<List<String>> rows,
        @Nullable String note) {

    Figure noted(String words) {
        return new Figure(id, title, svg, head, rows, words);
    }
}
