package io.seedhouse.paygate.sandbox;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Shows the payment page and takes the card, which is looked at and forgotten. */
record PaymentDesk(SandboxSessions sessions, SandboxEvents events, String payPage) {

    /** What the browser gets. */
    sealed interface Reply {
        /**
         * @param status 200; 402 for a refused card, as Stripe's API has it; 404; 410
         */
        record Page(int status, String html) implements Reply {}

        /** Paid: on to the shop. */
        record Paid(String successUrl) implements Reply {}
    }

    Reply show(String id) {
        return sessions.find(id)
                .map(session ->
                        closed(session).orElseGet(() -> form(200, session, Optional.empty())))
                .orElseGet(PaymentDesk::unknown);
    }

    Reply pay(String id, String card, String expiry, String cvc) {
        return sessions.find(id)
                .map(session -> closed(session).orElseGet(() -> pay(session, card, expiry, cvc)))
                .orElseGet(PaymentDesk::unknown);
    }

    private Reply pay(SandboxSession session, String card, String expiry, String cvc) {
        var month = YearMonth.from(sessions.now().atZone(ZoneOffset.UTC));
        var refusal = TestCard.refusal(card, expiry, cvc, month);
        if (refusal.isPresent()) {
            return form(402, session, refusal);
        }
        if (sessions.pay(session.id())) {
            sessions.find(session.id()).ifPresent(this::announce);
        }
        return new Reply.Paid(session.successUrl());
    }

    private void announce(SandboxSession session) {
        var now = sessions.now();
        events.send(
                SandboxModels.completed(
                        SandboxModels.session(session, now, payPage, Set.of()), now));
    }

    private Optional<Reply> closed(SandboxSession session) {
        return switch (session.status(sessions.now())) {
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

    private static Reply unknown() {
        return new Reply.Page(404, PaymentPage.unknown());
    }
}
