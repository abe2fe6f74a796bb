package io.seedhouse.publisher.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private static final Instant FROM = Instant.parse("2026-12-24T20:00:00Z");
    private static final NewCode FULL =
            new NewCode(
                    "PRESS 1",
                    "Press",
                    "Ann Ree, \"Cahiers\"",
                    new Discount.Amount(new Money(250, "eur")),
                    3,
                    FROM,
                    FROM.plusSeconds(9),
                    "The film");
    private static final NewCode LEAST =
            new NewCode(null, "Jury", "", new Discount.Percent(50), null, null, null, null);

    @Test
    void readsBackWhatItWrites() {
        NewCode hostile =
                new NewCode(
                        "ABC",
                        "=1+2",
                        "@ann,\"x\"",
                        new Discount.Full(),
                        null,
                        null,
                        null,
                        "-tier-");
        var codes = List.of(FULL, hostile);
        String table = CodeTable.write(codes.stream().map(CodesInMemory::code).toList()).text();
        assertEquals(codes, read(table));
    }

    @Test
    void takesColumnsInAnyOrderAndFillsInThoseThatAreMissing() {
        assertEquals(List.of(LEAST), read("discount, Batch\n50%,Jury\n"));
        assertEquals(List.of(LEAST), read("\uFEFFBATCH,discount,recipient,code\r\nJury,50 %\r\n"));
    }

    @Test
    void readsEveryDiscount() {
        assertEquals(
                List.of(
                        new Discount.Full(),
                        new Discount.Percent(100),
                        new Discount.Amount(new Money(250, "usd")),
                        new Discount.Amount(new Money(300, "jpy"))),
                read("batch,discount\na,Full\na,100%\na,2.5 USD\na,300jpy\n").stream()
                        .map(NewCode::discount)
                        .toList());
    }

    @Test
    void namesTheLineAndWhatIsWrongWithIt() {
        assertRefused(
                "The table needs a line with the names of its columns and a line for each code.",
                "");
        assertRefused(
                "The table needs a line with the names of its columns and a line for each code.",
                "batch,discount");
        assertRefused(
                "Line 1: \"batch;discount\" is no column; there are code, batch, recipient,"
                        + " discount, uses, from, until, tier, with commas between them.",
                "batch;discount\nPress;50%");
        assertRefused("Line 1: a column comes twice.", "batch,batch,discount\na,b,full");
        assertRefused(
                "Line 1: the columns batch and discount are needed.", "batch,code\nPress,abc");
        assertRefused(
                "Line 3: there are 3 cells, but only 2 columns.",
                "batch,discount\na,full\na,full,b");
        assertRefused(
                "Line 2: The discount must be such as 50% or 2.50 usd, or the word full.",
                "batch,discount\na,half");
        assertRefused(
                "Line 2: A price in JPY has no digits after the point.",
                "batch,discount\na,2.5 jpy");
        assertRefused(
                "Line 2: The uses must be a whole number, or nothing for any number.",
                "batch,discount,uses\na,full,many");
        assertRefused(
                "Line 4: The column until must hold a time such as 2027-01-31T18:00:00Z.",
                "batch,discount,until\na,full,\n\na,full,tomorrow");
    }

    @Test
    void takesTenThousandLinesAndNotOneMore() {
        assertEquals(10_000, read(lines(10_000)).size());
        assertRefused("Line 10002: there are more than 10001 lines.", lines(10_001));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "Press,full\n")
                .collect(Collectors.joining("", "batch,discount\n", ""));
    }

    private static List<NewCode> read(String table) {
        return CodeTable.read(table).stream().map(CodeTable.Line::code).toList();
    }

    private static void assertRefused(String sentence, String table) {
        assertEquals(sentence, assertThrows(Invalid.class, () -> CodeTable.read(table)).sentence());
    }
}
