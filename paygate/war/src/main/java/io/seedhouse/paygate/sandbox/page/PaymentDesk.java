package io.seedhouse.paygate.sandbox.page;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.event.Courier;
import io.seedhouse.paygate.sandbox.page.Verdict.Challenge;
import io.seedhouse.paygate.sandbox.payment.Course;
import io.seedhouse.paygate.sandbox.session.SandboxSession;
import io.seedhouse.paygate.sandbox.session.Till;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Shows the payment page and takes the card, which is looked at and forgotten. */
public record PaymentDesk(Database database, SandboxClock clock, Till till, Courier courier) {
    private static final String EUROS = "eur";
    private static final String NOT_AUTHENTICATED =
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

    /** What the browser gets. */
    public sealed interface Reply {
        /**
         * @param status 200; 402 for a refused card, as Stripe's API has it; 404; 410
         */
        record Page(int status, String html) implements Reply {}

        /** Paid, or on its way: on to the shop. */
        record Paid(String successUrl) implements Reply {}
    }

    /** The page as it stands. */
    public Reply show(String id) {
        return ofOpen(id, session -> form(200, session, Optional.empty()));
    }

    /** The buyer pays with a card or an account. */
    public Reply pay(String id, String number, String expiry, String cvc) {
        return ofOpen(
                id,
                session -> {
                    var month = YearMonth.from(clock.now().atZone(ZoneOffset.UTC));
                    return follow(session, TestNumber.judge(number, expiry, cvc, month));
                });
    }

    /**
     * The buyer's bank was asked who pays.
     *
     * @param passed whether the buyer could show it
     */
    public Reply authenticate(String id, boolean passed) {
        return ofOpen(
                id,
                session -> {
                    var wait = session.authenticating().map(Challenge::valueOf);
                    database.inTransaction(db -> ask(db, id, Optional.empty()));
                    return wait.map(challenge ->
                                    passed
                                            ? follow(session, challenge.verdict())
                                            : form(402, session, Optional.of(NOT_AUTHENTICATED)))
                            .orElseGet(() -> form(200, session, Optional.empty()));
                });
    }

    private String ask(EntityManager db, String id, Optional<Challenge> challenge) {
        till.authenticate(db, id, challenge.map(Enum::name));
        return id;
    }

    private Reply follow(SandboxSession session, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused refused -> form(402, session, Optional.of(refused.words()));
            case Verdict.Authenticate authenticate -> {
                database.inTransaction(
                        db -> ask(db, session.id(), Optional.of(authenticate.then())));
                yield new Reply.Page(200, PaymentPage.authentication(session));
            }
            case Verdict.Taken taken ->
                    obstacle(session, taken.course())
                            .map(words -> form(402, session, Optional.of(words)))
                            .orElseGet(() -> pay(session, taken.course()));
        };
    }

    /** Source: docs.stripe.com/payments/sepa-debit and docs.stripe.com/payments/place-a-hold. */
    private static Optional<String> obstacle(SandboxSession session, Course course) {
        if (!course.isDebit()) {
            return Optional.empty();
        }
        if (!session.price().currency().equals(EUROS)) {
            return Optional.of("SEPA Direct Debit pays in euros only; use a card.");
        }
        return session.isHold()
                ? Optional.of("SEPA Direct Debit cannot hold money for later; use a card.")
                : Optional.empty();
    }

    /** The event of the sale goes first; what the bank says later comes after it. */
    private Reply pay(SandboxSession session, Course course) {
        var sale = database.inTransaction(db -> till.pay(db, session.id(), course));
        sale.ifPresent(courier::deliverFirst);
        courier.call();
        return sale.isPresent()
                ? new Reply.Paid(session.successUrl())
                : ofOpen(session.id(), again -> form(200, again, Optional.empty()));
    }

    private Reply ofOpen(String id, Function<SandboxSession, Reply> work) {
        var session =
                database.inTransaction(
                        db -> Optional.ofNullable(db.find(SandboxSession.class, id)));
        return session.map(found -> closed(found, clock.now()).orElseGet(() -> work.apply(found)))
                .orElseGet(() -> new Reply.Page(404, PaymentPage.unknown()));
    }

    private static Optional<Reply> closed(SandboxSession session, Instant now) {
        return switch (session.status(now)) {
            case SandboxSession.COMPLETE ->
                    Optional.of(new Reply.Page(200, PaymentPage.paid(session)));
            case SandboxSession.EXPIRED ->
                    Optional.of(new Reply.Page(410, PaymentPage.expired(session)));
            default -> Optional.empty();
        };
    }

    private static Reply form(int status, SandboxSession session, Optional<String> refusal) {
        return new Reply.Page(status, PaymentPage.form(session, refusal));
    }
}
