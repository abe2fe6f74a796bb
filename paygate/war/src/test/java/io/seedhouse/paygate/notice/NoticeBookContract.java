package io.seedhouse.paygate.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.reconciliation.Shop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox as a sender meets it. */
abstract class NoticeBookContract {
    private final Shop shop = new Shop(database());
    private final Notices notices = shop.notices;

    abstract TestDatabase database();

    @BeforeEach
    void record() {
        shop.begin(shop.film(0), "ann@example.com");
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void isEmptyOnceItsNoticeWasSent() {
        var notice = notices.claim().orElseThrow();
        notices.sent(notice.id());
        shop.clock.advance(Duration.ofDays(1));
        assertEquals(Optional.empty(), notices.claim());
    }

    @Test
    void givesANoticeToOneSenderOfMany() throws Exception {
        Callable<Optional<Notice>> claim = notices::claim;
        try (var pool = Executors.newFixedThreadPool(10)) {
            var claimed =
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(_ -> claim).toList()).stream()
                            .filter(done -> done.resultNow().isPresent())
                            .count();
            assertEquals(1, claimed);
        }
    }

    @Test
    void givesItAgainUnderTheSameIdWhenItsSenderDied() {
        var first = notices.claim().orElseThrow();
        shop.clock.advance(Duration.ofSeconds(Notices.LEASE_SECONDS - 1));
        assertEquals(Optional.empty(), notices.claim());
        shop.clock.advance(Duration.ofSeconds(1));
        assertEquals(first, notices.claim().orElseThrow());
    }

    @Test
    void waitsLongerAfterEachFailureAndGivesUpAfterThreeDays() {
        var id = notices.claim().orElseThrow().id();
        notices.failed(id, "451 try again");
        shop.clock.advance(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), notices.claim());
        var tries = 1;
        for (var hour = 0; hour < 24 * 5 * 4; hour++) {
            shop.clock.advance(Duration.ofMinutes(15));
            var again = notices.claim();
            if (again.isPresent()) {
                assertEquals(id, again.get().id());
                notices.failed(id, "451 try again");
                tries++;
            }
        }
        assertTrue(tries > 10 && tries < 40, "tries: " + tries);
    }

    @Test
    void showsTheBuyerThatAMailCameBack() {
        var order = shop.begin(shop.film(0), "nobody@example.com");
        for (var next = notices.claim(); next.isPresent(); next = notices.claim()) {
            notices.bounced(next.get().id(), "550 no such user");
        }
        assertTrue(shop.orders.find(order.orderId(), order.orderToken()).orElseThrow().bounced());
        assertEquals("550 no such user", shop.seen(order).mails().getFirst().bounced());
        assertEquals(Optional.empty(), notices.claim());
    }

    @Test
    void takesABounceThatComesAfterTheMailWasSent() {
        var notice = notices.claim().orElseThrow();
        notices.sent(notice.id());
        notices.bounced(notice.id(), "mailbox full");
        assertEquals(
                "mailbox full",
                shop.orders.ofBundle(shop.bundle).getFirst().mails().getFirst().bounced());
    }
}
