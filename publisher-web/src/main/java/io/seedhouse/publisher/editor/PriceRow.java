package io.seedhouse.publisher.editor;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.page.Prices;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One currency of a tier's form, as typed.
 *
 * @param price the price, or the least; blank where the tier is not sold in this currency
 * @param suggested blank for the least
 */
record PriceRow(String currency, String price, String suggested) {
    /** So many are shown at least, and one more than there are. */
    private static final int SHOWN = 3;

    static List<PriceRow> of(Pricing pricing) {
        return padded(
                switch (pricing) {
                    case Pricing.Fixed fixed -> fixed.prices().stream().map(PriceRow::of).toList();
                    case Pricing.PayWhatYouWant some ->
                            some.ranges().stream().map(PriceRow::of).toList();
                    case Pricing.ForEmail forEmail ->
                            List.of(new PriceRow(forEmail.currency(), "", ""));
                });
    }

    /**
     * The rows that a form sent; a short list of prices or suggestions is filled up with blanks.
     */
    static List<PriceRow> sent(
            List<String> currencies, List<String> prices, List<String> suggestions) {
        return IntStream.range(0, currencies.size())
                .mapToObj(i ->
                        new PriceRow(
                                currencies.get(i).strip().toLowerCase(Locale.ROOT),
                                at(prices, i),
                                at(suggestions, i)))
                .toList();
    }

    /** With blank rows for currencies that are not there yet. */
    static List<PriceRow> padded(List<PriceRow> rows) {
        List<String> there = rows.stream().map(PriceRow::currency).toList();
        long missing = Math.max(SHOWN, rows.size() + 1) - rows.size();
        return Stream.concat(
                        rows.stream(),
                        Prices.currencies("usd").stream()
                                .filter(code -> !there.contains(code))
                                .limit(missing)
                                .map(code -> new PriceRow(code, "", "")))
                .toList();
    }

    boolean isBlank() {
        return price.isBlank() && suggested.isBlank();
    }

    Money money() {
        return Prices.parse(price, currency);
    }

    Pricing.Range range() {
        Money suggestion = suggested.isBlank() ? money() : Prices.parse(suggested, currency);
        return new Pricing.Range(money(), suggestion);
    }

    private static PriceRow of(Money price) {
        return new PriceRow(price.currency(), Prices.typed(price), "");
    }

    private static PriceRow of(Pricing.Range range) {
        return new PriceRow(
                range.minimum().currency(),
                Prices.typed(range.minimum()),
                Prices.typed(range.suggested()));
    }

    private static String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }
}
