package io.seedhouse.paygate.sandbox.session;

import com.stripe.param.checkout.SessionCreateParams;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a new session, checked as Stripe checks them. Source:
 * docs.stripe.com/api/checkout/sessions/create.
 *
 * @param hold whether the money is only authorised, to be captured later
 * @param description of the payment
 * @param paymentMetadata that of the payment and its charge, not the session's
 */
public record SessionForm(
        List<Line> lines,
        Money total,
        @Nullable String email,
        @Nullable String reference,
        Map<String, String> metadata,
        String successUrl,
        @Nullable String cancelUrl,
        boolean hold,
        @Nullable String description,
        Map<String, String> paymentMetadata,
        @Nullable String locale,
        boolean invoice,
        Instant expires) {

    private static final String EXPIRES = "expires_at";
    private static final String CAPTURE = "payment_intent_data[capture_method]";
    private static final String DESCRIPTION = "payment_intent_data[description]";
    private static final String PAYMENT_METADATA = "payment_intent_data[metadata]";
    private static final String ADAPTIVE = "adaptive_pricing[enabled]";
    private static final String INVOICE = "invoice_creation[enabled]";

    /** What is not listed is refused, as Stripe refuses what it does not know. */
    private static final String[] KNOWN =
            Stream.concat(
                            Arrays.stream(LineForm.KNOWN),
                            Stream.of(
                                    "mode",
                                    "client_reference_id",
                                    "customer_email",
                                    "success_url",
                                    "cancel_url",
                                    "locale",
                                    EXPIRES,
                                    CAPTURE,
                                    DESCRIPTION,
                                    PAYMENT_METADATA + "[*]",
                                    ADAPTIVE,
                                    INVOICE,
                                    "metadata[*]",
                                    "expand[#]"))
                    .toArray(String[]::new);

    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final Duration MOST = Duration.ofHours(24);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final int LONGEST_URL = 5000;
    private static final Set<String> LOCALES =
            Arrays.stream(SessionCreateParams.Locale.values())
                    .map(SessionCreateParams.Locale::getValue)
                    .collect(Collectors.toUnmodifiableSet());

    /**
     * @throws StripeRefusal with Stripe's code and a message that names the parameter
     */
    static SessionForm parse(Params params, Instant now) {
        params.only(KNOWN);
        params.required("mode");
        expect(params, "mode", "payment");
        expect(params, ADAPTIVE, "false");
        var lines = LineForm.lines(params);
        return new SessionForm(
                lines,
                LineForm.total(params, lines),
                email(params),
                params.text("client_reference_id", 200).orElse(null),
                params.metadata("metadata"),
                address(params, "success_url"),
                params.text("cancel_url").isPresent() ? address(params, "cancel_url") : null,
                params.word(CAPTURE, Set.of("automatic", "automatic_async", "manual"))
                        .filter("manual"::equals)
                        .isPresent(),
                params.text(DESCRIPTION, 1000).orElse(null),
                params.metadata(PAYMENT_METADATA),
                params.word("locale", LOCALES).orElse(null),
                params.flag(INVOICE).orElse(false),
                expires(params, now));
    }

    /** The message leaves the address out, so that it cannot reach a log. */
    private static @Nullable String email(Params params) {
        var email = params.text("customer_email", 254).orElse(null);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw StripeRefusal.of("email_invalid", "customer_email", "Invalid email address.");
        }
        return email;
    }

    private static Instant expires(Params params, Instant now) {
        var wanted = params.number(EXPIRES).map(Instant::ofEpochSecond);
        var latest = now.plus(MOST);
        // Whole seconds: the caller cannot say more.
        if (wanted.filter(time -> time.getEpochSecond() < now.plus(LEAST).getEpochSecond())
                .isPresent()) {
            throw StripeRefusal.of(
                    null,
                    EXPIRES,
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (wanted.filter(latest::isBefore).isPresent()) {
            throw StripeRefusal.of(
                    null,
                    EXPIRES,
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return wanted.orElse(latest);
    }

    private static String address(Params params, String name) {
        params.required(name);
        var text = params.text(name, LONGEST_URL).orElseThrow();
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

    private static void expect(Params params, String name, String value) {
        params.text(name)
                .filter(given -> !given.equals(value))
                .ifPresent(_ -> {
                    throw StripeRefusal.of(
                            "parameter_invalid",
                            name,
                            "The sandbox only knows %s=%s".formatted(name, value));
                });
    }

    /** Leaves out who buys. */
    @Override
    public String toString() {
        return "SessionForm[total=" + total + "]";
    }
}
