package io.seedhouse.publisher.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The outbox of accounts. A notice is kept from other senders for {@link #LEASE} once it is
 * claimed; one that cannot be sent comes back with growing waits, for {@link #PATIENCE}.
 */
@ApplicationScoped
@Transactional
public class AccountNotices {
    /** Writing and sending a letter take less. */
    public static final Duration LEASE = Duration.ofSeconds(120);

    private static final int CANDIDATES = 10;
    private static final int LONGEST_REASON = 500;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** How long one that ended is known: bounces come late. */
    private static final Duration KNOWN = Duration.ofDays(10);

    @PersistenceContext EntityManager em;

    /** Tells the owner of an account, in the caller's transaction. */
    public void record(Kind kind, UUID publisherId, Telling telling, Instant now) {
        em.persist(new AccountNotice(kind, publisherId, telling, now));
    }

    /** Takes the same work as {@link #record} and tells nobody. */
    public void recordNothing(Kind kind, Instant now) {
        em.persist(new AccountNotice(kind, null, new Telling("", "", ""), now));
    }

    /** Drops what has not been sent yet. */
    public void drop(UUID publisherId, List<Kind> kinds) {
        em.createQuery(
                        "update AccountNotice n set n.due = null where n.publisherId = :publisher"
                                + " and n.kind in :kinds")
                .setParameter("publisher", publisherId)
                .setParameter("kinds", kinds)
                .executeUpdate();
    }

    /** The next one that is due; committed when this returns, and so are the others below. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<AccountNotice> claim(Instant now) {
        return em
                .createQuery(
                        "select n.id from AccountNotice n where n.due <= :now"
                                + " order by n.due, n.position",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(CANDIDATES)
                .getResultList()
                .stream()
                .filter(id -> take(id, now))
                .findFirst()
                .map(id -> em.find(AccountNotice.class, id));
    }

    /** True for the one sender that gets it; its claim ends by itself. */
    private boolean take(UUID id, Instant now) {
        return em.createQuery(
                                "update AccountNotice n set n.due = :later, n.tries = n.tries + 1"
                                        + " where n.id = :id and n.due <= :now")
                        .setParameter("later", now.plus(LEASE).truncatedTo(ChronoUnit.MICROS))
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void sent(UUID noticeId) {
        find(noticeId).ifPresent(notice -> notice.end(null));
    }

    /** The address takes no mail. */
    @Transactional(TxType.REQUIRES_NEW)
    public void bounced(UUID noticeId, String reason) {
        find(noticeId).ifPresent(notice -> notice.end(shortened(reason)));
    }

    /** It could not be sent now; given up for good after {@link #PATIENCE}. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(UUID noticeId, String reason, Instant now) {
        find(noticeId).ifPresent(notice -> again(notice, shortened(reason), now));
    }

    private static void again(AccountNotice notice, String reason, Instant now) {
        if (now.isAfter(notice.recorded().plus(PATIENCE))) {
            notice.end(reason);
            return;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(notice.tries(), 10));
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        notice.later(now.plus(bounded).truncatedTo(ChronoUnit.MICROS), reason);
    }

    /** Forgets, with their addresses, those that ended long ago. */
    public void sweep(Instant now) {
        em.createQuery("delete from AccountNotice n where n.due is null and n.recorded < :before")
                .setParameter("before", now.minus(KNOWN))
                .executeUpdate();
    }

    private Optional<AccountNotice> find(UUID id) {
        return Optional.ofNullable(em.find(AccountNotice.class, id));
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
