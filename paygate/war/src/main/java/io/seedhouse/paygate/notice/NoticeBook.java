package io.seedhouse.paygate.notice;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.offer.Catalogue;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands notices to whoever sends them, each step in a transaction of its own. */
@Stateless
@Local(Notices.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeBook implements Notices {
    private static final int CANDIDATES = 10;
    private static final int LONGEST_REASON = 500;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final Duration PATIENCE = Duration.ofDays(3);

    @Inject Database database;
    @Inject Clock clock;

    /** For the container. */
    public NoticeBook() {}

    NoticeBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A candidate somebody else has just taken is passed over; the next may be free. */
    @Override
    public Optional<Notice> claim() {
        var now = clock.instant();
        return database.inTransaction(db -> due(db, now)).stream()
                .filter(id -> database.inTransaction(db -> take(db, id, now)))
                .findFirst()
                .map(id -> database.inTransaction(db -> toNotice(db, id)));
    }

    @Override
    public void sent(UUID noticeId) {
        change(noticeId, notice -> notice.sent(clock.instant()));
    }

    @Override
    public void failed(UUID noticeId, String reason) {
        change(noticeId, notice -> notice.failed(shortened(reason), again(notice)));
    }

    @Override
    public void bounced(UUID noticeId, String reason) {
        change(noticeId, notice -> notice.bounced(shortened(reason)));
    }

    private static List<UUID> due(EntityManager db, Instant now) {
        return db.createQuery(
                        "select n.id from RecordedNotice n where n.due <= :now order by n.due, n.position",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(CANDIDATES)
                .getResultList();
    }

    /** True for the one sender that gets it; its claim ends by itself. */
    private static boolean take(EntityManager db, UUID id, Instant now) {
        return db.createQuery(
                                "update RecordedNotice n set n.due = :later, n.tries = n.tries + 1"
                                        + " where n.id = :id and n.due <= :now")
                        .setParameter("later", now.plusSeconds(LEASE_SECONDS))
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private static Notice toNotice(EntityManager db, UUID id) {
        var notice = db.find(RecordedNotice.class, id);
        return notice.toNotice(premiere(db, notice.bundleId()));
    }

    private static @Nullable Instant premiere(EntityManager db, @Nullable UUID bundleId) {
        return Optional.ofNullable(bundleId)
                .flatMap(id -> Catalogue.release(db, id))
                .map(Release::premiere)
                .orElse(null);
    }

    private @Nullable Instant again(RecordedNotice notice) {
        var now = clock.instant();
        if (now.isAfter(notice.recorded().plus(PATIENCE))) {
            return null;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(notice.tries(), 10));
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private void change(UUID noticeId, Consumer<RecordedNotice> change) {
        database.inTransaction(db -> {
            Optional.ofNullable(db.find(RecordedNotice.class, noticeId)).ifPresent(change);
            return noticeId;
        });
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
