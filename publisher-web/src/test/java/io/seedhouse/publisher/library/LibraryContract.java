package io.seedhouse.publisher.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.seedhouse.publisher.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class LibraryContract {
    private static final String ANN = "ann@audience.example";

    private final TestDatabase database = database();
    private final OrdersInMemory orders = new OrdersInMemory();
    private final Instant now = Instant.now();

    abstract TestDatabase database();

    @Test
    void opensTheLibraryOfTheAddressItWasMailedTo() {
        assertEquals(Optional.of(ANN), email(redeemed(issue(), now), now));
    }

    @Test
    void provesTheAddressWhenItIsRedeemedAndNotBefore() {
        String token = issue();
        links(l -> l.refusal(token, now));
        assertEquals(List.of(), orders.confirmed);
        redeem(token, now);
        assertEquals(List.of(ANN), orders.confirmed);
    }

    @Test
    void isRedeemedOnceHoweverOftenItIsLookedAt() {
        String token = issue();
        assertEquals(Optional.empty(), links(l -> l.refusal(token, now)));
        assertEquals(Optional.empty(), links(l -> l.refusal(token, now)));
        redeemed(token, now);
        assertEquals(new Redeem.Used(), redeem(token, now));
        assertEquals(Optional.of(new Redeem.Used()), links(l -> l.refusal(token, now)));
    }

    @Test
    void isRedeemedOnceByManyAtTheSameTime() throws Exception {
        String token = issue();
        List<Callable<Redeem>> all =
                IntStream.range(0, 8)
                        .<Callable<Redeem>>mapToObj(i -> () -> redeem(token, now))
                        .toList();
        try (var people = Executors.newFixedThreadPool(8)) {
            var answers = people.invokeAll(all).stream().map(LibraryContract::answer).toList();
            assertEquals(1, answers.stream().filter(Redeem.Opened.class::isInstance).count());
            assertEquals(7, answers.stream().filter(Redeem.Used.class::isInstance).count());
        }
    }

    @Test
    void livesHalfAnHour() {
        String token = issue();
        Instant later = Instant.now().plus(Links.LIFE);
        assertEquals(new Redeem.Expired(), redeem(token, later));
        redeemed(token, later.minusSeconds(60));
    }

    @Test
    void knowsNoLinkThatWasNeverIssued() {
        assertEquals(new Redeem.Unknown(), redeem("", now));
        assertEquals(new Redeem.Unknown(), redeem("x".repeat(100_000), now));
    }

    @Test
    void endsASessionAfterThirtyDaysOrWhenToldTo() {
        String first = redeemed(issue(), now);
        String second = redeemed(issue(), now);
        assertNotEquals(first, second);
        assertEquals(Optional.empty(), email(first, now.plus(LibrarySessions.LIFE).plusSeconds(1)));
        database.inTransaction(em -> {
            TestLibrary.sessions(em).close(first);
            return em;
        });
        assertEquals(Optional.empty(), email(first, now));
        assertEquals(Optional.of(ANN), email(second, now));
    }

    @Test
    void opensNothingWithoutACookieOrWithAForgedOne() {
        String token = issue();
        redeemed(token, now);
        assertEquals(Optional.empty(), email(null, now));
        assertEquals(Optional.empty(), email("", now));
        assertEquals(Optional.empty(), email(token, now));
    }

    @Test
    void forgetsWhatHasEnded() {
        redeemed(issue(), now);
        sweep(now);
        assertEquals(2, rows());
        sweep(now.plus(LibrarySessions.LIFE).plusSeconds(60));
        assertEquals(0, rows());
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        String link = issue();
        String session = redeemed(link, now);
        List<String> texts =
                database.inTransaction(em ->
                        List.of("publisher_library_link", "publisher_library_session").stream()
                                .flatMap(t ->
                                        em
                                                .createNativeQuery(
                                                        "select hash, email from " + t,
                                                        Object[].class)
                                                .getResultList()
                                                .stream()
                                                .map(r ->
                                                        ((Object[]) r)[0]
                                                                + " "
                                                                + ((Object[]) r)[1]))
                                .toList());
        assertEquals(2, texts.size());
        assertFalse(texts.stream().anyMatch(t -> t.contains(link) || t.contains(session)));
    }

    private void sweep(Instant at) {
        database.inTransaction(em -> {
            TestLibrary.links(em, orders).sweep(at);
            TestLibrary.sessions(em).sweep(at);
            return em;
        });
    }

    private long rows() {
        return database.inTransaction(em ->
                em.createQuery("select count(l) from LibraryLink l", Long.class).getSingleResult()
                        + em.createQuery("select count(s) from LibrarySession s", Long.class)
                                .getSingleResult());
    }

    private String issue() {
        return links(l -> l.issue(ANN));
    }

    private Redeem redeem(String token, Instant at) {
        return links(l -> l.redeem(token, at));
    }

    private String redeemed(String token, Instant at) {
        return assertInstanceOf(Redeem.Opened.class, redeem(token, at)).session();
    }

    private Optional<String> email(@Nullable String session, Instant at) {
        return database.inTransaction(em -> TestLibrary.sessions(em).email(session, at));
    }

    private <T> T links(Function<Links, T> work) {
        return database.inTransaction(em -> work.apply(TestLibrary.links(em, orders)));
    }

    private static Redeem answer(Future<Redeem> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
