package io.seedhouse.publisher.csv;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads records: cells separated by commas, lines ended by LF, CR or both, quotes doubled within
 * quotes. Blank records and a byte order mark are passed over.
 */
public final class CsvReader {
    private static final int END = -1;

    private final String text;
    private final int most;
    private int at;
    private int line = 1;

    private CsvReader(String text, int most) {
        this.text = text;
        this.most = most;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /**
     * @param most records that are accepted, the header included
     * @throws Invalid for more records than that, and for what breaks the rules; says the line
     */
    public static List<CsvRow> read(String text, int most) {
        return new CsvReader(text, most).rows();
    }

    private List<CsvRow> rows() {
        List<CsvRow> rows = new ArrayList<>();
        while (peek() != END) {
            CsvRow row = row();
            if (!row.isBlank()) {
                rows.add(row);
            }
            if (rows.size() > most) {
                throw invalid(row.line(), say("csv.lines", most));
            }
        }
        return rows;
    }

    private CsvRow row() {
        int first = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (peek() == ',') {
            at++;
            cells.add(cell());
        }
        lineEnd();
        return new CsvRow(first, cells);
    }

    private String cell() {
        return Defusing.restore(peek() == '"' ? quoted() : plain());
    }

    private String plain() {
        int from = at;
        while (!isEnd(peek())) {
            if (peek() == '"') {
                throw invalid(line, say("csv.unquoted"));
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        int opened = line;
        StringBuilder cell = new StringBuilder();
        for (at++; !closes(); at++) {
            int next = peek();
            if (next == END) {
                throw invalid(opened, say("csv.open"));
            }
            if (next == '"') {
                at++;
            }
            countLine(next);
            cell.append((char) next);
        }
        at++;
        if (!isEnd(peek())) {
            throw invalid(line, say("csv.closed"));
        }
        return cell.toString();
    }

    /** Whether a quote stands here that is not doubled. */
    private boolean closes() {
        return peek() == '"' && !(at + 1 < text.length() && text.charAt(at + 1) == '"');
    }

    /** CR and LF together end one line. */
    private void countLine(int next) {
        boolean pair = next == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        if (next == '\n' || next == '\r' && !pair) {
            line++;
        }
    }

    private void lineEnd() {
        if (peek() == '\r') {
            at++;
            if (peek() == '\n') {
                at++;
            }
            line++;
        } else if (peek() == '\n') {
            at++;
            line++;
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean isEnd(int next) {
        return next == END || next == ',' || next == '\n' || next == '\r';
    }

    private static Invalid invalid(int line, String fault) {
        return new Invalid("csv", say("csv.line", line, fault));
    }
}
