package io.seedhouse.publisher.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import io.seedhouse.publisher.editor.EditorView.Seal;
import io.seedhouse.publisher.page.Rendered;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TierFormTest {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'";

    @Test
    void readsAFormOfOnePrice() {
        assertEquals(
                new Pricing.Fixed(List.of(new Money(600, "usd"))),
                paid("price", "6", "currency", "USD").pricing());
    }

    @Test
    void readsSeveralCurrenciesAndPassesOverBlankRows() {
        assertEquals(
                new Pricing.Fixed(List.of(new Money(600, "usd"), new Money(500, "eur"))),
                paid(
                                "way",
                                "fixed",
                                "price",
                                "6",
                                "currency",
                                "usd",
                                "price",
                                " ",
                                "currency",
                                "gbp",
                                "price",
                                "5",
                                "currency",
                                "eur")
                        .pricing());
    }

    @Test
    void takesTheMinimumWhereNothingIsSuggested() {
        assertEquals(
                new Pricing.PayWhatYouWant(
                        List.of(
                                new Pricing.Range(new Money(300, "usd"), new Money(700, "usd")),
                                new Pricing.Range(new Money(200, "eur"), new Money(200, "eur")))),
                paid(
                                "way",
                                "want",
                                "price",
                                "3",
                                "suggested",
                                "7",
                                "currency",
                                "usd",
                                "price",
                                "2",
                                "suggested",
                                "",
                                "currency",
                                "eur")
                        .pricing());
    }

    @Test
    void readsTheWordsOfConsentAndTips() {
        Paid paid = paid("way", "email", "consent", " Yes. ", "currency", "eur", "tips", "on");
        assertEquals(new Pricing.ForEmail("eur", "Yes."), paid.pricing());
        assertTrue(paid.tips());
        assertFalse(paid("way", "email").tips());
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused(
                "Write a price in one currency at least; 0 makes it free.",
                paid("price", "", "currency", "usd"));
        assertRefused(
                "Write a price in one currency at least; 0 makes it free.", paid("way", "want"));
        assertRefused(
                "Write the price as a number such as 6 or 6.50.",
                paid("price", "six", "currency", "usd"));
        assertRefused("Choose how the tier is paid for.", paid("way", "other"));
    }

    @ParameterizedTest
    @MethodSource("pricings")
    void showsWhatWasSavedInAFormThatSavesTheSame(Pricing pricing) {
        Paid shown = Paid.of(pricing, true);
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.add("way", shown.way());
        form.add("consent", shown.consent());
        shown.rows()
                .forEach(row -> {
                    form.add("price", row.price());
                    form.add("suggested", row.suggested());
                    form.add("currency", row.currency());
                });
        assertEquals(pricing, TierFields.of(form).paid().pricing());
        assertTrue(shown.rows().size() > pricing.least().size(), "room for one more currency");
    }

    static List<Pricing> pricings() {
        var usd = new Money(600, "usd");
        var yen = new Money(700, "jpy");
        return List.of(
                new Pricing.Fixed(List.of(usd)),
                new Pricing.Fixed(List.of(yen, usd)),
                new Pricing.Fixed(List.of(new Money(0, "gbp"))),
                new Pricing.PayWhatYouWant(List.of(new Pricing.Range(new Money(0, "usd"), usd))),
                new Pricing.PayWhatYouWant(
                        List.of(new Pricing.Range(yen, yen), new Pricing.Range(usd, usd))),
                new Pricing.ForEmail("chf", "Write to me."));
    }

    @Test
    void showsHostileTextsAsTextAndKeepsWhatWasTyped() {
        var sent =
                TierFields.of(
                        form(
                                "name",
                                HOSTILE,
                                "price",
                                HOSTILE,
                                "currency",
                                HOSTILE,
                                "way",
                                HOSTILE,
                                "consent",
                                HOSTILE,
                                "file",
                                HOSTILE));
        String html = html(TierForm.blank(true, List.of(HOSTILE)).retyped(sent));
        assertFalse(html.contains("<img src=x"), html);
        assertTrue(html.contains("&lt;img src=x"), html);
        assertTrue(html.contains("checked"), html);
    }

    @Test
    void offersToRemoveATierThatIsSaved() {
        var offer =
                new Offer(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Film & score",
                        new Money(600, "usd"),
                        List.of());
        assertTrue(
                html(TierForm.of(0, offer, List.of()))
                        .contains("href=\"/studio/x/tiers/remove?name=Film+%26+score\""));
        assertFalse(html(TierForm.blank(false, List.of())).contains("tiers/remove"));
    }

    private static void assertRefused(String sentence, Paid paid) {
        assertEquals(sentence, assertThrows(Invalid.class, paid::pricing).sentence());
    }

    private static Paid paid(String... fields) {
        return TierFields.of(form(fields)).paid();
    }

    private static MultivaluedMap<String, String> form(String... fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }

    static EditorView editor(List<TierForm> tiers) {
        return new EditorView(
                "x",
                "tide",
                "Tide",
                Status.DRAFT,
                new TextsForm("Tide", "", "film", "", "", 1),
                List.of(),
                tiers,
                new EditorView.Grid(List.of(), List.of()),
                List.of(),
                new Seal(false, 0, 0, "", ""),
                null,
                null,
                null,
                new EditorView.Kin(null, null, false),
                null,
                Refusal.NONE,
                List.of());
    }

    private static String html(TierForm tier) {
        return Rendered.html(EditorPage.page(editor(List.of(tier))));
    }
}
