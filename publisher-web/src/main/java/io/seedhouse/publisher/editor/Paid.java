package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import java.util.List;

/**
 * How a tier is paid for, as its form says it.
 *
 * @param way {@code fixed}, {@code want} or {@code email}
 * @param consent the words of {@code email}
 */
record Paid(String way, List<PriceRow> rows, boolean tips, String consent) {
    static final String FIXED = "fixed";
    static final String WANT = "want";
    static final String EMAIL = "email";

    /** What a new tier begins with. */
    static Paid blank() {
        return new Paid(FIXED, PriceRow.padded(List.of()), false, say("editor.tier.consent.first"));
    }

    static Paid of(Pricing pricing, boolean tips) {
        return new Paid(
                switch (pricing) {
                    case Pricing.Fixed fixed -> FIXED;
                    case Pricing.PayWhatYouWant some -> WANT;
                    case Pricing.ForEmail forEmail -> EMAIL;
                },
                PriceRow.of(pricing),
                tips,
                pricing instanceof Pricing.ForEmail forEmail
                        ? forEmail.consent()
                        : blank().consent());
    }

    /** Ready to be shown again. */
    Paid shown() {
        return new Paid(way, PriceRow.padded(filled()), tips, consent);
    }

    /**
     * @throws Invalid when it cannot be read
     */
    Pricing pricing() {
        return switch (way) {
            case FIXED -> new Pricing.Fixed(priced().stream().map(PriceRow::money).toList());
            case WANT ->
                    new Pricing.PayWhatYouWant(priced().stream().map(PriceRow::range).toList());
            case EMAIL -> new Pricing.ForEmail(currency(), consent.strip());
            default -> throw new Invalid("way", say("editor.tier.no-way"));
        };
    }

    private List<PriceRow> priced() {
        if (filled().isEmpty()) {
            throw new Invalid("price", say("editor.tier.no-price"));
        }
        return filled();
    }

    private List<PriceRow> filled() {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    private String currency() {
        return rows.isEmpty() ? "usd" : rows.getFirst().currency();
    }
}
