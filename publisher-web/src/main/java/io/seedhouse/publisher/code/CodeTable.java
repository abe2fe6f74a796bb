package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.csv.CsvReader;
import io.seedhouse.publisher.csv.CsvRow;
import io.seedhouse.publisher.csv.CsvWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Codes as a table, with the same columns out and in. */
final class CodeTable {
    private static final List<String> COLUMNS =
            List.of("code", "batch", "recipient", "discount", "uses", "from", "until", "tier");

    /** Written for people, passed over when read: a code begins its life unused. */
    private static final List<String> TOLD = List.of("used", "created", "revoked");

    private static final Set<String> NEEDED = Set.of("batch", "discount");

    private final List<String> header;

    private CodeTable(List<String> header) {
        this.header = header;
    }

    /**
     * @param line of the table
     */
    record Line(int line, NewCode code) {}

    /**
     * @throws Invalid for what is no such table; says the line
     */
    static List<Line> read(String text) {
        List<CsvRow> rows = CsvReader.read(text, Codes.MOST_AT_ONCE + 1);
        if (rows.size() < 2) {
            throw new Invalid("csv", say("code.table.empty"));
        }
        CodeTable table = new CodeTable(header(rows.getFirst()));
        return rows.stream().skip(1).map(table::line).toList();
    }

    private static List<String> header(CsvRow row) {
        List<String> names =
                row.cells().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        for (String name : names) {
            if (!COLUMNS.contains(name) && !TOLD.contains(name)) {
                throw invalid(row, say("code.table.no-column", name, String.join(", ", COLUMNS)));
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw invalid(row, say("code.table.twice"));
        }
        if (!names.containsAll(NEEDED)) {
            throw invalid(row, say("code.table.needed"));
        }
        return names;
    }

    private Line line(CsvRow row) {
        if (row.cells().size() > header.size()) {
            throw invalid(row, say("code.table.cells", row.cells().size(), header.size()));
        }
        try {
            return new Line(row.line(), code(row));
        } catch (Invalid e) {
            throw invalid(row, e.sentence());
        }
    }

    private NewCode code(CsvRow row) {
        return new NewCode(
                orNull(cell(row, "code")),
                cell(row, "batch"),
                cell(row, "recipient"),
                DiscountText.parse(cell(row, "discount")),
                uses(cell(row, "uses")),
                time("from", cell(row, "from")),
                time("until", cell(row, "until")),
                orNull(cell(row, "tier")));
    }

    private String cell(CsvRow row, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : row.cell(index);
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable Integer uses(String cell) {
        try {
            return cell.isEmpty() ? null : Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            throw new Invalid("uses", say("code.table.uses"));
        }
    }

    private static @Nullable Instant time(String column, String cell) {
        try {
            return cell.isEmpty() ? null : OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeParseException e) {
            throw new Invalid(column, say("code.table.time", column));
        }
    }

    private static Invalid invalid(CsvRow row, String fault) {
        return new Invalid("csv", say("csv.line", row.line(), fault));
    }

    static CsvWriter write(List<Code> codes) {
        CsvWriter table = new CsvWriter();
        table.row(Stream.concat(COLUMNS.stream(), TOLD.stream()).toList());
        codes.forEach(code -> table.row(cells(code)));
        return table;
    }

    private static List<String> cells(Code code) {
        return List.of(
                code.code(),
                code.batch(),
                code.recipient(),
                DiscountText.of(code.discount()),
                text(code.uses()),
                text(code.from()),
                text(code.until()),
                text(code.tier()),
                Integer.toString(code.used()),
                text(code.created()),
                text(code.revoked()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
