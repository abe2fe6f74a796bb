package io.seedhouse.publisher.figures;

import java.util.List;

/**
 * One bundle in numbers.
 *
 * @param path of the page, for the links to other periods and to tables
 * @param gathered when the table of countries was gathered, as people read a day
 */
record FiguresView(
        String id,
        String title,
        String path,
        String period,
        List<Head> heads,
        List<Section> sections,
        String gathered) {

    /**
     * A number that matters most.
     *
     * @param words the number with its unit
     * @param note a few words below it; empty for none
     */
    record Head(String name, String words, String note) {}
}
