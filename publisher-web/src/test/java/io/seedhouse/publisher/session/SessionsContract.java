package io.seedhouse.publisher.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for sessions on every database. */
abstract class SessionsContract {
    private final TestDatabase database = database();
    private final UUID ann = database.publisher();
    private final UUID bob = database.publisher();
    private final Instant now = Instant.parse("2027-01-31T18:20:30Z");

    abstract TestDatabase database();

    @Test
    void isOpenForItsCookieAndForNothingElse() {
        String text = open(ann, null, now);
        assertEquals(ann, use(text, now).orElseThrow().publisherId());
        assertEquals(Optional.empty(), use(text + "x", now));
        assertEquals(Optional.empty(), use("", now));
        assertEquals(Optional.empty(), use(null, now));
    }

    @Test
    void isANewOneAtEverySignInAndEndsTheOneBefore() {
        String planted = open(bob, null, now);
        String own = open(ann, planted, now);
        assertNotEquals(planted, own);
        assertEquals(Optional.empty(), use(planted, now));
        assertEquals(ann, use(own, now).orElseThrow().publisherId());
    }

    @Test
    void neverTakesACookieThatSomebodyMadeUp() {
        String made = "made-up-by-somebody-and-planted-in-a-browser";
        open(ann, made, now);
        assertEquals(Optional.empty(), use(made, now));
    }

    @Test
    void endsAfterAWeekWithoutUse() {
        String text = open(ann, null, now);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        assertTrue(use(text, hour.plus(Sessions.IDLE).minusSeconds(1)).isPresent());
        String idle = open(ann, null, now);
        assertEquals(Optional.empty(), use(idle, hour.plus(Sessions.IDLE)));
    }

    @Test
    void endsAfterThirtyDaysHoweverMuchItIsUsed() {
        String text = open(ann, null, now);
        Instant end = now.plus(Sessions.LIFE);
        for (Instant at = now; at.isBefore(end); at = at.plus(Duration.ofDays(1))) {
            assertTrue(use(text, at).isPresent(), at.toString());
        }
        assertEquals(Optional.empty(), use(text, end));
    }

    @Test
    void tellsTheHourItWasUsedLastAndNoMore() {
        String text = open(ann, null, now);
        use(text, now.plus(Duration.ofMinutes(50)));
        assertEquals(Instant.parse("2027-01-31T19:00:00Z"), list(ann).getFirst().used());
        assertEquals(TestSessions.FIREFOX, list(ann).getFirst().client());
    }

    @Test
    void isEndedByItsOwnerAlone() {
        String text = open(ann, null, now);
        UUID id = list(ann).getFirst().id();
        assertEquals(false, sessions(s -> s.close(bob, id)));
        assertTrue(use(text, now).isPresent());
        assertEquals(true, sessions(s -> s.close(ann, id)));
        assertEquals(Optional.empty(), use(text, now));
    }

    @Test
    void staysAloneWhenAllOthersAreEnded() {
        String here = open(ann, null, now);
        String there = open(ann, null, now);
        String bobs = open(bob, null, now);
        UUID id = use(here, now).orElseThrow().id();
        sessions(s -> {
            s.closeAll(ann, id);
            return s;
        });
        assertTrue(use(here, now).isPresent());
        assertEquals(Optional.empty(), use(there, now));
        assertTrue(use(bobs, now).isPresent());
    }

    @Test
    void endsTheOneUsedLongestAgoWhereThereAreMany() {
        String first = open(ann, null, now);
        for (int i = 1; i <= Sessions.MOST; i++) {
            open(ann, null, now.plus(Duration.ofHours(i)));
        }
        assertEquals(Optional.empty(), use(first, now.plus(Duration.ofHours(60))));
        assertEquals(Sessions.MOST, list(ann).size());
    }

    @Test
    void isKeptAsItsHashAlone() {
        String text = open(ann, null, now);
        Object[] row =
                database.inTransaction(em ->
                        (Object[])
                                em.createNativeQuery(
                                                "select hash, browser, system, network"
                                                        + " from publisher_session")
                                        .getSingleResult());
        assertFalse(List.of(row).toString().contains(text));
    }

    @Test
    void isForgottenOnceItHasEnded() {
        open(ann, null, now);
        sweep(now.plus(Sessions.IDLE).minusSeconds(3600));
        assertEquals(1, rows());
        sweep(now.plus(Sessions.IDLE).plusSeconds(3600));
        assertEquals(0, rows());
    }

    private void sweep(Instant at) {
        sessions(s -> {
            s.sweep(at);
            return s;
        });
    }

    private long rows() {
        return database.inTransaction(em ->
                em.createQuery("select count(s) from Session s", Long.class).getSingleResult());
    }

    private String open(UUID publisher, @Nullable String before, Instant at) {
        return sessions(s -> s.open(publisher, TestSessions.FIREFOX, before, at));
    }

    private Optional<Session> use(@Nullable String text, Instant at) {
        return sessions(s -> s.use(text, at));
    }

    private List<Session> list(UUID publisher) {
        return sessions(s -> s.ofPublisher(publisher, now));
    }

    private <T> T sessions(Function<Sessions, T> work) {
        return database.inTransaction(em -> work.apply(TestSessions.over(em)));
    }
}
