package io.seedhouse.paygate.sandbox;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the sandbox may run. Losing an environment variable in production must not turn payments
 * into play money: there the base URL is no loopback address, or a live order is in the database.
 *
 * @param stripeKeyIsSet whether any Stripe key is configured
 * @param baseUrl the address of the shop
 * @param wish {@code SEEDHOUSE_SANDBOX}: {@code on}, {@code off}, or empty for loopback only;
 *     anything else is refused, for nobody knows what was meant
 * @param seenLiveOrder whether this database holds an order in real money
 */
public record SandboxPolicy(
        boolean stripeKeyIsSet, URI baseUrl, Optional<String> wish, boolean seenLiveOrder) {

    private static final String NOT_CONFIGURED =
            "Payments are not configured; set STRIPE_SECRET_KEY, or SEEDHOUSE_SANDBOX=on to try the shop without money.";

    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "localhost|.*\\.localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

    /** Why not, in one sentence; empty when it may. */
    public Optional<String> refusal() {
        if (stripeKeyIsSet) {
            return Optional.of("The sandbox never runs beside a Stripe key.");
        }
        if (seenLiveOrder) {
            return Optional.of(
                    "This shop has taken real money before, so it never runs the sandbox; set STRIPE_SECRET_KEY.");
        }
        var said = wish.orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "on" -> Optional.empty();
            case "off" -> Optional.of(NOT_CONFIGURED);
            case "" -> isLoopback() ? Optional.empty() : Optional.of(NOT_CONFIGURED);
            default ->
                    Optional.of(
                            "Payments are not configured: SEEDHOUSE_SANDBOX is \"%s\"; set it to on or off, or leave it out."
                                    .formatted(wish.orElse("").strip()));
        };
    }

    private boolean isLoopback() {
        var host = baseUrl.getHost();
        return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
