package io.seedhouse.publisher.notice;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The beans of this package, put together by hand. */
public final class TestNotices {
    private TestNotices() {}

    public static AccountNotices over(EntityManager em) {
        AccountNotices notices = new AccountNotices();
        notices.em = em;
        return notices;
    }

    public static MailLinks links(EntityManager em) {
        MailLinks links = new MailLinks();
        links.em = em;
        return links;
    }

    /** One that no database knows. */
    public static AccountNotice of(Kind kind, UUID publisherId, Telling telling) {
        return new AccountNotice(kind, publisherId, telling, Instant.now());
    }

    /** What waits to be sent, oldest first, as {@code KIND recipient}. */
    public static List<String> waiting(EntityManager em) {
        return em
                .createQuery(
                        "select n from AccountNotice n where n.due is not null"
                                + " order by n.position",
                        AccountNotice.class)
                .getResultList()
                .stream()
                .map(n -> n.kind() + " " + n.recipient())
                .toList();
    }
}
