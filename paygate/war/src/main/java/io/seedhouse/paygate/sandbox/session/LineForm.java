package io.seedhouse.paygate.sandbox.session;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.offer.ChargeLimits;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.payment.Price;
import java.util.ArrayList;
import java.util.List;

/** The lines of a new session: inline prices of one currency, within Stripe's limits together. */
final class LineForm {
    static final String[] KNOWN = {
        "line_items[#][quantity]",
        "line_items[#][price_data][currency]",
        "line_items[#][price_data][unit_amount]",
        "line_items[#][price_data][product_data][name]",
        "line_items[#][price_data][product_data][description]",
    };

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 5000;
    private static final long MOST_PIECES = 999_999;

    private LineForm() {}

    static List<Line> lines(Params params) {
        var lines = new ArrayList<Line>();
        while (lines.isEmpty() || names(params, lines.size())) {
            lines.add(line(params, lines.size()));
        }
        if (lines.size() > MOST) {
            throw StripeRefusal.of(
                    null, "line_items", "A Checkout Session has at most 100 line items.");
        }
        return lines;
    }

    private static boolean names(Params params, int index) {
        return params.values().keySet().stream()
                .anyMatch(name -> name.startsWith("line_items[%d]".formatted(index)));
    }

    private static Line line(Params params, int index) {
        var name = name(index, "[price_data][product_data][name]");
        params.required(name);
        params.required(amountName(index));
        var amount = params.number(amountName(index)).orElseThrow();
        var quantity = params.number(name(index, "[quantity]")).orElse(1L);
        if (amount < 0 || amount > ChargeLimits.maximum("usd").amount()) {
            throw StripeRefusal.of(
                    amount < 0 ? "parameter_invalid_integer" : "amount_too_large",
                    amountName(index),
                    "Invalid amount: it must be from 0 to %d"
                            .formatted(ChargeLimits.maximum("usd").amount()));
        }
        if (quantity < 1 || quantity > MOST_PIECES) {
            throw StripeRefusal.of(
                    "parameter_invalid_integer",
                    name(index, "[quantity]"),
                    "Invalid quantity: it must be from 1 to %d".formatted(MOST_PIECES));
        }
        return new Line(params.text(name, LONGEST_NAME).orElseThrow(), amount, quantity);
    }

    private static String name(int index, String rest) {
        return "line_items[%d]%s".formatted(index, rest);
    }

    private static String amountName(int index) {
        return name(index, "[price_data][unit_amount]");
    }

    private static String currencyName(int index) {
        return name(index, "[price_data][currency]");
    }

    /** What the lines come to. */
    static Money total(Params params, List<Line> lines) {
        var currency = currency(params, lines.size());
        var total = new Money(lines.stream().mapToLong(Line::total).sum(), currency);
        var minimum =
                ChargeLimits.minimum(currency)
                        .orElseThrow(() ->
                                StripeRefusal.of(
                                        "parameter_invalid_string",
                                        currencyName(0),
                                        "Invalid currency: " + currency));
        check(total, minimum);
        return total;
    }

    private static void check(Money total, Money minimum) {
        if (total.amount() < minimum.amount()) {
            throw StripeRefusal.of(
                    "amount_too_small",
                    amountName(0),
                    "The Checkout Session's total amount due must add up to at least %s"
                            .formatted(Price.format(minimum)));
        }
        var maximum = ChargeLimits.maximum(total.currency());
        if (total.amount() > maximum.amount()) {
            throw StripeRefusal.of(
                    "amount_too_large",
                    amountName(0),
                    "The Checkout Session's total amount must be no more than %s"
                            .formatted(Price.format(maximum)));
        }
    }

    private static String currency(Params params, int lines) {
        var first = params.required(currencyName(0));
        for (var index = 1; index < lines; index++) {
            if (!params.required(currencyName(index)).equals(first)) {
                throw StripeRefusal.of(
                        null,
                        currencyName(index),
                        "All line items of a Checkout Session have one currency.");
            }
        }
        return first;
    }
}
