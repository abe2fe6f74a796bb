package io.seedhouse.publisher.csv;

import java.util.List;

/**
 * A record of a file.
 *
 * @param line where it begins, from 1
 */
public record CsvRow(int line, List<String> cells) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** A cell, stripped; empty where the record is too short. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
