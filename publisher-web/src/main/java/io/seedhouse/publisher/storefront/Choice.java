package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Checkouts.Gift;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.page.Prices;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor filled in to buy a tier, as typed.
 *
 * @param offer id of the tier's offer
 * @param currency empty for the offer's first
 * @param shown the fixed price that the page showed in that currency, in minor units; empty when it
 *     showed none
 * @param amount what the visitor wants to pay, where they name it
 */
record Choice(
        String offer,
        String email,
        String currency,
        String shown,
        String amount,
        String tip,
        String code,
        boolean gift,
        String giftEmail,
        String giftWords,
        boolean consent) {
    /** How the form's fields are called. */
    private static final String YES = "yes";

    private static final int LONGEST_WORDS = 500;

    static final Choice NONE = new Choice("", "", "", "", "", "", "", false, "", "", false);

    /** A hidden field that carries a part of the choice to the next page. */
    record Field(String name, String value) {}

    static Choice of(MultivaluedMap<String, String> form) {
        String currency = text(form, "currency").toLowerCase(Locale.ROOT);
        String giftEmail = text(form, "gift-email");
        String giftWords = text(form, "gift-words");
        return new Choice(
                text(form, "offer"),
                text(form, "email"),
                currency,
                text(form, currency.isEmpty() ? "shown" : "shown-" + currency),
                text(form, "amount"),
                text(form, "tip"),
                text(form, "code"),
                !text(form, "gift").isEmpty() || !giftEmail.isEmpty() || !giftWords.isEmpty(),
                giftEmail,
                giftWords,
                !text(form, "consent").isEmpty());
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
    }

    /**
     * The same in the paygate's terms.
     *
     * @param key for a request that may come twice
     * @throws Invalid for an amount or a tip that is no number, and for words that are too long
     */
    Request request(Offer of, @Nullable String key) {
        String paid = currency.isEmpty() ? of.price().currency() : currency;
        return new Request(
                of.id(),
                email,
                switch (of.pricing()) {
                    case Pricing.Fixed f -> shown.matches("\\d{1,15}") ? Long.valueOf(shown) : null;
                    case Pricing.PayWhatYouWant p -> amount.isEmpty() ? null : minor(amount, paid);
                    case Pricing.ForEmail f -> null;
                },
                paid,
                tip.isEmpty() ? 0 : minor(tip, paid),
                code.isEmpty() ? null : code,
                gift ? present() : null,
                null,
                consent,
                key);
    }

    private static long minor(String typed, String currency) {
        return Prices.parse(typed, currency).amount();
    }

    private Gift present() {
        return new Gift(
                giftEmail.isEmpty() ? null : giftEmail,
                Invalid.unlessText("words of the gift", giftWords, 0, LONGEST_WORDS));
    }

    /** Everything but the price that was shown, which the next page shows anew. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        add(fields, "offer", offer);
        add(fields, "email", email);
        add(fields, "currency", currency);
        add(fields, "amount", amount);
        add(fields, "tip", tip);
        add(fields, "code", code);
        add(fields, "gift", gift ? YES : "");
        add(fields, "gift-email", giftEmail);
        add(fields, "gift-words", giftWords);
        add(fields, "consent", consent ? YES : "");
        return fields;
    }

    private static void add(List<Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(name, value));
        }
    }

    /** The same, whatever price was shown. */
    Choice atAnyPrice() {
        return new Choice(
                offer, email, currency, "", amount, tip, code, gift, giftEmail, giftWords, consent);
    }

    /** The same by somebody else. */
    Choice from(String address) {
        return new Choice(
                offer, address, currency, shown, amount, tip, code, gift, giftEmail, giftWords,
                consent);
    }

    /** Leaves addresses and codes out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "Choice[offer=" + offer + "]";
    }
}
