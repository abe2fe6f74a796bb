package io.seedhouse.publisher.csv;

import java.util.List;
import java.util.regex.Pattern;

/** Writes records, each ended by CR and LF. */
public final class CsvWriter {
    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

    private final StringBuilder text = new StringBuilder();

    /** One record. */
    public CsvWriter row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(Defusing.defuse(cells.get(i))));
        }
        text.append("\r\n");
        return this;
    }

    private static String quoted(String cell) {
        return SPECIAL.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** All that was written. */
    public String text() {
        return text.toString();
    }
}
