package io.seedhouse.paygate.notice;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Orders.SentMail;
import io.seedhouse.paygate.order.PaygateOrder;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records notices, inside the caller's transaction. What a notice is about stands in its subject,
 * and of several with one subject only the first is recorded.
 */
public final class Outbox {
    private Outbox() {}

    /** To the buyer, once for an order and kind. */
    public static void tell(EntityManager db, Kind kind, PaygateOrder order, Instant now) {
        tell(db, kind, order, order.price(), "", now);
    }

    /**
     * To the buyer.
     *
     * @param money what it is about
     * @param occasion tells several notices of one kind about one order apart
     */
    public static void tell(
            EntityManager db,
            Kind kind,
            PaygateOrder order,
            Money money,
            String occasion,
            Instant now) {
        tell(db, kind, order, order.email(), money, occasion, now);
    }

    /**
     * To the buyer, about a moment.
     *
     * @param moment null for at once
     * @param occasion tells several notices of one kind about one order apart
     */
    public static void tellMoment(
            EntityManager db,
            Kind kind,
            PaygateOrder order,
            @Nullable Instant moment,
            String occasion,
            Instant now) {
        var subject = "%s %s %s".formatted(kind, order.id(), occasion);
        if (isNew(db, subject)) {
            var notice = new RecordedNotice(kind, subject, order.email(), now);
            notice.about(order, order.price());
            notice.about(moment);
            db.persist(notice);
        }
    }

    /** To the person a gift is for. */
    public static void tellReceiver(
            EntityManager db, PaygateOrder gift, String address, Instant now) {
        tell(db, Kind.GIFT, gift, address, gift.price(), "", now);
    }

    private static void tell(
            EntityManager db,
            Kind kind,
            PaygateOrder order,
            String address,
            Money money,
            String occasion,
            Instant now) {
        var subject = "%s %s %s".formatted(kind, order.id(), occasion).strip();
        if (isNew(db, subject)) {
            var notice = new RecordedNotice(kind, subject, address, now);
            notice.about(order, money);
            db.persist(notice);
        }
    }

    /** A link into the library of an address, at most once a minute. */
    public static void tellLibrary(EntityManager db, String email, Instant now) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var subject = "%s %s %s".formatted(Kind.LIBRARY, PaygateOrder.emailKey(email), minute);
        if (isNew(db, subject)) {
            db.persist(new RecordedNotice(Kind.LIBRARY, subject, email, now));
        }
    }

    /**
     * That an address owns what somebody began to pay for, at most once an hour: strangers could
     * else fill the mailbox.
     */
    public static void tellOwner(EntityManager db, PaygateOrder order, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var subject = "%s %s %s %s".formatted(Kind.OWNED, order.emailKey(), order.bundleId(), hour);
        if (isNew(db, subject)) {
            var notice = new RecordedNotice(Kind.OWNED, subject, order.email(), now);
            notice.about(order, order.price());
            db.persist(notice);
        }
    }

    /** What is not sent yet goes to the order's new address. */
    public static void redirect(EntityManager db, PaygateOrder order) {
        db.createQuery(
                        "update RecordedNotice n set n.recipient = :email where n.orderId = :order"
                                + " and n.sent is null and n.kind <> :gift")
                .setParameter("email", order.email())
                .setParameter("order", order.id())
                .setParameter("gift", Kind.GIFT)
                .executeUpdate();
    }

    /** Whether a notice of this kind was recorded for an order. */
    public static boolean holds(EntityManager db, Kind kind, UUID orderId) {
        return !isNew(db, "%s %s".formatted(kind, orderId));
    }

    /** The mails that were sent, or came back, by order, oldest first. */
    public static Map<UUID, List<SentMail>> ofBundle(EntityManager db, UUID bundleId) {
        return db.createQuery(
                        "select n from RecordedNotice n where n.bundleId = :bundle"
                                + " and (n.sent is not null or n.bounced is not null)"
                                + " order by n.position",
                        RecordedNotice.class)
                .setParameter("bundle", bundleId)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                notice -> Objects.requireNonNull(notice.orderId()),
                                Collectors.mapping(Outbox::toMail, Collectors.toList())));
    }

    /** Whether the last mail to the buyer of an order came back. */
    public static boolean lastBounced(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select n from RecordedNotice n where n.orderId = :order and n.kind <>"
                                + " :gift order by n.position desc",
                        RecordedNotice.class)
                .setParameter("order", orderId)
                .setParameter("gift", Kind.GIFT)
                .setMaxResults(1)
                .getResultStream()
                .anyMatch(notice -> notice.bounced() != null);
    }

    private static SentMail toMail(RecordedNotice notice) {
        var at = notice.sentAt();
        return new SentMail(notice.kind(), at == null ? notice.recorded() : at, notice.bounced());
    }

    private static boolean isNew(EntityManager db, String subject) {
        return db.createQuery(
                        "select n.id from RecordedNotice n where n.subject = :subject", UUID.class)
                .setParameter("subject", subject)
                .getResultList()
                .isEmpty();
    }
}
