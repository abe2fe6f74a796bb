package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.door.AddressPrefix;
import io.seedhouse.paygate.entitlement.Standing.Proof;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.payment.Payments;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/** Decides whether an order's keyring may leave, and writes down that it did. */
@Dependent
public class KeyringGate {
    private final Together together;
    private final Refresh refresh;
    private final Payments payments;
    private final Clock clock;

    @Inject
    KeyringGate(Together together, Refresh refresh, Payments payments, Clock clock) {
        this.together = together;
        this.refresh = refresh;
        this.payments = payments;
        this.clock = clock;
    }

    /** Decides and records nothing. A pending order is first compared with its provider. */
    public Access open(UUID orderId, OrderToken token) {
        return decide(orderId, token, (_, access) -> access);
    }

    /**
     * Decides, and where the keyring may leave writes down that it does. The record and all that
     * {@code answer} reads are of one transaction, which others may share ({@link Together}): the
     * keyring is put together first, and nothing is on record for one that failed; the record is
     * committed when this returns, so no key is ever sent without.
     *
     * @param client whom the keyring goes to
     * @param answer puts the keyring together, or a refusal; called again when the provider knew
     *     more of a pending order, or when somebody else's part of the transaction failed
     */
    public <T> T release(
            UUID orderId,
            OrderToken token,
            AddressPrefix client,
            BiFunction<EntityManager, Access, T> answer) {
        return decide(
                orderId,
                token,
                (db, access) -> {
                    T answered = answer.apply(db, access);
                    if (access instanceof Access.Open open) {
                        db.persist(new KeyRelease(open.orderId(), clock.instant(), client));
                    }
                    return answered;
                });
    }

    private <T> T decide(
            UUID orderId, OrderToken token, BiFunction<EntityManager, Access, T> answer) {
        var decision = attempt(orderId, token, answer);
        if (decision.access().equals(new Access.Unpaid(false))) {
            refresh.order(orderId, token);
            decision = attempt(orderId, token, answer);
        }
        return decision.answer();
    }

    private <T> Decision<T> attempt(
            UUID orderId, OrderToken token, BiFunction<EntityManager, Access, T> answer) {
        var asked = new Asked<>(Proof.of(orderId, token), answer);
        together.decide(asked);
        return Objects.requireNonNull(asked.decision, "decided");
    }

    private record Decision<T>(Access access, T answer) {}

    private final class Asked<T> implements Together.Question {
        private final Proof proof;
        private final BiFunction<EntityManager, Access, T> answer;
        private @Nullable Decision<T> decision;

        private Asked(Proof proof, BiFunction<EntityManager, Access, T> answer) {
            this.proof = proof;
            this.answer = answer;
        }

        @Override
        public Proof proof() {
            return proof;
        }

        @Override
        public void decide(EntityManager db, @Nullable Standing standing) {
            var access = standing == null ? new Access.Unknown() : access(standing);
            decision = new Decision<>(access, answer.apply(db, access));
        }
    }

    private Access access(Standing standing) {
        var order = standing.order();
        if (order.status() == Status.PENDING || order.status() == Status.EXPIRED) {
            return new Access.Unpaid(order.status() == Status.EXPIRED);
        }
        if (isPlayMoney(order)) {
            return new Access.Unpaid(true);
        }
        if (order.status() != Status.PAID || standing.files().isEmpty()) {
            return closed(order);
        }
        var now = clock.instant();
        var opened = standing.openedAt(now);
        var later = standing.openedAfter(now);
        return opened.isEmpty()
                ? new Access.TooEarly(now, later.getFirst().opens())
                : new Access.Open(order.id(), order.title(), order.tier(), opened, later);
    }

    private static Access closed(Standing.Order order) {
        if (order.status() != Status.PAID) {
            return new Access.Revoked();
        }
        if (order.kind() == Kind.GIFT) {
            return new Access.Given();
        }
        return order.owned() ? new Access.OwnedBefore() : new Access.Revoked();
    }

    /** A shop that takes real money may once have tried the sandbox with the same database. */
    private boolean isPlayMoney(Standing.Order order) {
        return payments.live() && order.amount() > 0 && !order.livemode();
    }

    /** The decision. */
    public sealed interface Access {
        /** No such order, or a wrong token: nobody may learn which. */
        record Unknown() implements Access {}

        /**
         * @param expired whether it can no longer be paid; so too when it was paid with play money
         *     in a shop that takes real money
         */
        record Unpaid(boolean expired) implements Access {}

        /** Refunded or disputed. */
        record Revoked() implements Access {}

        /** A gift: whoever redeems it has the keyring. */
        record Given() implements Access {}

        /** Its address owned it all before, so the money goes back. */
        record OwnedBefore() implements Access {}

        /** Paid, but all of it opens later, the first of it then. */
        record TooEarly(Instant now, Instant opens) implements Access {}

        /**
         * @param granted those whose identities the keyring holds, never empty
         * @param later those whose identities it will hold one day, the next first
         */
        record Open(
                UUID orderId, String title, String tier, List<Granted> granted, List<Later> later)
                implements Access {

            /** The same without their bundles. */
            public List<PaidFile> files() {
                return granted.stream().map(Granted::file).toList();
            }
        }
    }
}
