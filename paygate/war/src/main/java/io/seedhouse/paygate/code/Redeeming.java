package io.seedhouse.paygate.code;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Money;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a checkout does with a code, inside its own transaction. */
public final class Redeeming {
    private Redeeming() {}

    /** What a code does for a price. */
    public sealed interface Answer {
        /**
         * @param codeId what {@link #take} uses up
         * @param discount what comes off, from 0 to the whole price
         */
        record Off(UUID codeId, Money discount) implements Answer {}

        record Refused(Refusal.Code why) implements Answer {}
    }

    /**
     * What a code would take off now. Changes nothing: only {@link #take} decides who gets the last
     * use.
     *
     * @param code as typed
     * @param price of the tier, before the discount
     */
    public static Answer look(
            EntityManager db, UUID bundleId, String tier, String code, Money price, Instant now) {
        return find(db, bundleId, code)
                .filter(found -> !found.isRevoked())
                .map(found -> answer(found, tier, price, now))
                .orElseGet(() -> new Answer.Refused(Refusal.Code.UNKNOWN));
    }

    private static Answer answer(DiscountCode code, String tier, Money price, Instant now) {
        if (!code.hasBegun(now)) {
            return new Answer.Refused(Refusal.Code.NOT_YET);
        }
        if (code.isOver(now)) {
            return new Answer.Refused(Refusal.Code.OVER);
        }
        if (code.isUsedUp()) {
            return new Answer.Refused(Refusal.Code.USED_UP);
        }
        if (!code.isFor(tier)) {
            return new Answer.Refused(Refusal.Code.OTHER_TIER);
        }
        return code.off(price)
                .<Answer>map(discount -> new Answer.Off(code.id(), discount))
                .orElseGet(() -> new Answer.Refused(Refusal.Code.OTHER_CURRENCY));
    }

    /**
     * Uses a code once. Of any number of concurrent callers exactly as many get true as it has uses
     * left; false too when it was revoked.
     */
    public static boolean take(EntityManager db, UUID codeId) {
        return db.createQuery(
                                "update DiscountCode c set c.used = c.used + 1"
                                        + " where c.id = :id and c.revoked is null"
                                        + " and (c.uses is null or c.used < c.uses)")
                        .setParameter("id", codeId)
                        .executeUpdate()
                == 1;
    }

    /** Undoes one {@link #take}, for an order that can no longer be paid. */
    public static void giveBack(EntityManager db, UUID codeId) {
        db.createQuery(
                        "update DiscountCode c set c.used = c.used - 1"
                                + " where c.id = :id and c.used > 0")
                .setParameter("id", codeId)
                .executeUpdate();
    }

    /** A code as its publisher knows it. */
    public static Optional<String> shown(EntityManager db, UUID codeId) {
        return db.createQuery("select c.code from DiscountCode c where c.id = :id", String.class)
                .setParameter("id", codeId)
                .getResultStream()
                .findFirst();
    }

    /** The code that was typed, whatever case, blanks and dashes it was typed with. */
    static Optional<DiscountCode> find(EntityManager db, UUID bundleId, String typed) {
        return db.createQuery(
                        "select c from DiscountCode c"
                                + " where c.bundleId = :bundle and c.codeKey = :key",
                        DiscountCode.class)
                .setParameter("bundle", bundleId)
                .setParameter("key", CodeText.of(typed).key())
                .getResultStream()
                .findFirst();
    }
}
