package io.seedhouse.paygate;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsOff;
import io.seedhouse.paygate.sandbox.Sandbox;
import io.seedhouse.paygate.sandbox.SandboxKeys;
import io.seedhouse.paygate.sandbox.SandboxPolicy;
import io.seedhouse.paygate.stripe.StripeAccount;
import io.seedhouse.paygate.stripe.StripeEvents;
import io.seedhouse.paygate.stripe.StripePayments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Chooses, once per start, who takes the money: Stripe where its key is set, else the sandbox where
 * {@link SandboxPolicy} allows it, else nobody. What it chose cannot be told apart by its users.
 */
@ApplicationScoped
class PaymentsChoice {
    private static final System.Logger LOG = System.getLogger(PaymentsChoice.class.getName());

    @Inject PaymentSettings settings;
    @Inject Database database;
    @Inject Clock clock;

    private Optional<String> refusal = Optional.empty();
    private Optional<SandboxKeys> sandboxKeys = Optional.empty();

    @PostConstruct
    void choose() {
        refusal =
                new SandboxPolicy(
                                settings.stripeKey().isPresent(),
                                URI.create(settings.baseUrl()),
                                settings.sandboxWish(),
                                database.inTransaction(OrderBook::seenLive))
                        .refusal();
        if (refusal.isEmpty()) {
            var file = new PrivateFile(settings.home().resolve("keys").resolve("sandbox.json"));
            sandboxKeys = Optional.of(SandboxKeys.open(file, settings.webhookSecret()));
        }
    }

    /** Says in the log what was chosen. */
    void announce() {
        if (settings.stripeKey().isPresent()) {
            LOG.log(System.Logger.Level.INFO, "Payments go through Stripe.");
        } else {
            LOG.log(
                    refusal.isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    refusal.orElse("Payments go through the sandbox: no money moves."));
        }
    }

    @Produces
    @ApplicationScoped
    Payments payments() {
        return account()
                .<Payments>map(account -> new StripePayments(account, settings.baseUrl()))
                .orElseGet(() -> new PaymentsOff(refusal.orElse("Payments are not configured.")));
    }

    @Produces
    StripeEvents events() {
        return new StripeEvents(
                sandboxKeys.map(SandboxKeys::webhookSecret).or(settings::webhookSecret), clock);
    }

    @Produces
    Sandbox sandbox() {
        return new Sandbox(
                sandboxKeys, settings.baseUrl() + "/paygate", settings.loopUrl() + "/paygate");
    }

    private Optional<StripeAccount> account() {
        return settings.stripeKey()
                .map(key -> new StripeAccount(Optional.empty(), key))
                .or(() ->
                        sandboxKeys.map(keys ->
                                new StripeAccount(
                                        Optional.of(sandbox().apiBase()), keys.apiKey())));
    }
}
