package io.seedhouse.publisher.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.code.CodesView.Batch;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Rendered;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodesTemplateTest {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'";
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void showsHostileTextsAsText() {
        var code = code(HOSTILE, 1, 0, null, null, null);
        String html = html(CodesView.batches(List.of(code), NOW), HOSTILE);
        assertFalse(html.contains("<img src=x"), html);
        assertTrue(html.contains("&lt;img src=x"), html);
    }

    @Test
    void worksWithPlainForms() {
        String html =
                html(CodesView.batches(List.of(code("Ann", 1, 0, null, null, null)), NOW), "");
        assertTrue(html.contains("<form method=\"post\" action=\"/studio/x/codes\">"), html);
        assertTrue(html.contains("<form method=\"post\" action=\"/studio/x/codes/table\">"), html);
        assertTrue(html.contains("<form method=\"post\" action=\"/studio/x/codes/revoke\">"), html);
        assertTrue(html.contains("href=\"/api/v1/bundles/x/codes?format=csv\""), html);
        assertFalse(html.contains("role=\"alert\""), html);
    }

    @Test
    void saysWhatIsWrongBesideWhatWasTyped() {
        String html = html(List.of(), "Line 2: no.");
        assertTrue(html.contains("role=\"alert\""), html);
        assertTrue(html.contains("Line 2: no."), html);
    }

    @Test
    void saysHowEachCodeStands() {
        var codes =
                Stream.of(
                                code("a", null, 2, null, null, null),
                                code("b", 3, 1, null, NOW.plusSeconds(60), null),
                                code("c", 1, 1, null, null, null),
                                code("d", 1, 0, NOW.plusSeconds(60), null, null),
                                code("e", 1, 0, null, NOW, null),
                                code("f", 1, 0, null, null, NOW))
                        .toList();
        Batch batch = CodesView.batches(codes, NOW).getFirst();
        assertEquals("6 codes, used 4 times", batch.sum());
        assertEquals(
                List.of(
                        "2: Open",
                        "1 of 3: Until 1 January 2027, 00:01 UTC",
                        "1 of 1: Used up",
                        "0 of 1: From 1 January 2027, 00:01 UTC",
                        "0 of 1: Over",
                        "0 of 1: Revoked"),
                batch.rows().stream().map(row -> row.used() + ": " + row.state()).toList());
    }

    @Test
    void showsNoMoreThanAPageHolds() {
        var many = new ArrayList<>(Collections.nCopies(250, code("a", 1, 0, null, null, null)));
        Batch batch = CodesView.batches(many, NOW).getFirst();
        assertEquals(100, batch.rows().size());
        assertEquals(150, batch.more());
    }

    @Test
    void readsTheForm() {
        assertEquals(
                List.of(
                        new NewCode(
                                null,
                                "Press",
                                "Ann",
                                new Discount.Percent(50),
                                1,
                                Instant.parse("2026-12-24T20:00:00Z"),
                                null,
                                "Film"),
                        new NewCode(
                                null,
                                "Press",
                                "Bob",
                                new Discount.Percent(50),
                                1,
                                Instant.parse("2026-12-24T20:00:00Z"),
                                null,
                                "Film")),
                form(
                                "batch",
                                " Press ",
                                "kind",
                                "percent",
                                "percent",
                                "50",
                                "uses",
                                "1",
                                "recipients",
                                "Ann\r\n\r\n Bob ",
                                "from",
                                "2026-12-24T20:00",
                                "tier",
                                "Film",
                                "count",
                                "7")
                        .codes());
        assertEquals(7, form("batch", "a", "kind", "full", "count", "7").codes().size());
        assertEquals(
                "SALE",
                form("batch", "a", "kind", "full", "code", "SALE").codes().getFirst().code());
    }

    @Test
    void saysWhatIsWrongInTheForm() {
        assertRefused("Choose what the codes take off.", form());
        assertRefused(
                "Write the percentage as a whole number.", form("kind", "percent", "percent", "x"));
        assertRefused(
                "Write the price as a number such as 6 or 6.50.",
                form("kind", "amount", "amount", "", "currency", "usd"));
        assertRefused(
                "The number of codes must be 1 to 10000.", form("kind", "full", "count", "0"));
        assertRefused(
                "One code cannot tell 2 recipients apart: leave it empty, and each gets their own.",
                form("kind", "full", "code", "SALE", "recipients", "Ann\nBob"));
        assertRefused(
                "Write the end as a date and time such as 2027-01-31T20:00.",
                form("kind", "full", "until", "soon"));
    }

    private static void assertRefused(String sentence, CodeForm form) {
        assertEquals(sentence, assertThrows(Invalid.class, form::codes).sentence());
    }

    private static CodeForm form(String... fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return CodeForm.of(form);
    }

    private static Code code(
            String recipient,
            @Nullable Integer uses,
            int used,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant revoked) {
        return new Code(
                "ABCD-EFGH-JKLM",
                "Press",
                recipient,
                new Discount.Full(),
                uses,
                used,
                from,
                until,
                null,
                NOW,
                revoked);
    }

    private static String html(List<Batch> batches, String texts) {
        return Rendered.html(
                new Page(
                        "code/codes.jte",
                        new CodesView(
                                "x",
                                "Tide" + texts,
                                batches,
                                0,
                                List.of("Film" + texts),
                                CodeForm.blank(),
                                null,
                                texts,
                                "key",
                                texts.isEmpty() ? null : texts)));
    }
}
