package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.offer.ChargeLimits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a new session, checked as Stripe checks them. */
record SessionForm(
        String product,
        Money price,
        @Nullable String email,
        @Nullable String reference,
        @Nullable String orderId,
        String successUrl,
        @Nullable String cancelUrl,
        String hash) {

    private static final String LINE = "line_items[0]";
    private static final String PRICE = LINE + "[price_data]";
    private static final String PRODUCT = PRICE + "[product_data][name]";
    private static final String CURRENCY = PRICE + "[currency]";
    private static final String AMOUNT = PRICE + "[unit_amount]";
    private static final String QUANTITY = LINE + "[quantity]";
    private static final String ADAPTIVE = "adaptive_pricing[enabled]";
    private static final String ORDER = "metadata[order_id]";

    /** What is not listed is refused, as Stripe refuses what it does not know. */
    private static final Set<String> KNOWN =
            Set.of(
                    "mode",
                    "client_reference_id",
                    "customer_email",
                    "success_url",
                    "cancel_url",
                    ADAPTIVE,
                    ORDER,
                    PRODUCT,
                    CURRENCY,
                    AMOUNT,
                    QUANTITY);

    /**
     * @throws StripeRefusal with Stripe's code and a message that names the parameter
     */
    static SessionForm parse(Map<String, String> form) {
        form.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw StripeRefusal.of(
                            "parameter_unknown", name, "Received unknown parameter: " + name);
                });
        expect(form, "mode", "payment");
        expect(form, QUANTITY, "1");
        if (form.containsKey(ADAPTIVE)) {
            expect(form, ADAPTIVE, "false");
        }
        return new SessionForm(
                required(form, PRODUCT),
                price(form),
                form.get("customer_email"),
                form.get("client_reference_id"),
                form.get(ORDER),
                address(form, "success_url"),
                form.containsKey("cancel_url") ? address(form, "cancel_url") : null,
                hash(form));
    }

    private static Money price(Map<String, String> form) {
        var currency = required(form, CURRENCY);
        var minimum =
                ChargeLimits.minimum(currency)
                        .orElseThrow(() ->
                                StripeRefusal.of(
                                        "parameter_invalid_string",
                                        CURRENCY,
                                        "Invalid currency: " + currency));
        var amount = amount(form);
        if (amount < minimum.amount()) {
            throw StripeRefusal.of(
                    "amount_too_small",
                    AMOUNT,
                    "The Checkout Session's total amount due must add up to at least %s"
                            .formatted(Price.format(minimum)));
        }
        var maximum = ChargeLimits.maximum(currency);
        if (amount > maximum.amount()) {
            throw StripeRefusal.of(
                    "amount_too_large",
                    AMOUNT,
                    "The Checkout Session's total amount must be no more than %s"
                            .formatted(Price.format(maximum)));
        }
        return new Money(amount, currency);
    }

    private static long amount(Map<String, String> form) {
        var text = required(form, AMOUNT);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw StripeRefusal.of("parameter_invalid_integer", AMOUNT, "Invalid integer: " + text);
        }
    }

    private static String address(Map<String, String> form, String name) {
        var text = required(form, name);
        try {
            var scheme = URI.create(text.replace("{CHECKOUT_SESSION_ID}", "id")).getScheme();
            if ("https".equals(scheme) || "http".equals(scheme)) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal.
        }
        throw StripeRefusal.of("url_invalid", name, "Not a valid URL");
    }

    private static void expect(Map<String, String> form, String name, String value) {
        if (!required(form, name).equals(value)) {
            throw StripeRefusal.of(
                    "parameter_invalid",
                    name,
                    "The sandbox only knows %s=%s".formatted(name, value));
        }
    }

    private static String required(Map<String, String> form, String name) {
        var value = form.get(name);
        if (value == null || value.isBlank()) {
            throw StripeRefusal.of(
                    "parameter_missing", name, "Missing required param: %s.".formatted(name));
        }
        return value;
    }

    /** Tells a repeated request from another one under the same idempotency key. */
    private static String hash(Map<String, String> form) {
        try {
            var text = new TreeMap<>(form).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
