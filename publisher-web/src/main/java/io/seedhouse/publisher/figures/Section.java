package io.seedhouse.publisher.figures;

import java.util.List;

/**
 * Charts that belong together.
 *
 * @param csv what the table of it is called in addresses
 */
record Section(String id, String title, String intro, String csv, List<Figure> figures) {}
