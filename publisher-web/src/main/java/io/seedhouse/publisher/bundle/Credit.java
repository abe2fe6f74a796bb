package io.seedhouse.publisher.bundle;

import java.util.List;

/**
 * Who did what.
 *
 * @param role empty for a name that stands alone
 */
public record Credit(String role, String name) {
    /** One from each line: {@code Direction: Ann Ree}, or just a name. */
    static List<Credit> of(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .map(Credit::line)
                .toList();
    }

    private static Credit line(String line) {
        int colon = line.indexOf(':');
        return colon < 1
                ? new Credit("", line)
                : new Credit(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
}
