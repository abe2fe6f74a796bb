package io.seedhouse.publisher.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for the outbox of accounts and the links in its mails on every database. */
abstract class NoticesContract {
    private static final String ANN = "ann@studio.example";
    private static final Set<Purpose> RESET = EnumSet.of(Purpose.RESET);

    private final TestDatabase database = database();
    private final UUID publisher = database.publisher();
    private final Instant now = Instant.parse("2027-01-31T18:20:30Z");

    abstract TestDatabase database();

    @Test
    void isClaimedByOneSenderAtATime() {
        record(Kind.CONFIRM);
        AccountNotice claimed = claim(now).orElseThrow();
        assertEquals(ANN, claimed.recipient());
        assertEquals(Kind.CONFIRM, claimed.kind());
        assertEquals(Optional.empty(), claim(now));
        Instant later = now.plus(AccountNotices.LEASE).plusSeconds(1);
        assertEquals(claimed.id(), claim(later).orElseThrow().id());
    }

    @Test
    void isClaimedOnceByManyAtTheSameTime() throws Exception {
        record(Kind.CONFIRM);
        Callable<Optional<AccountNotice>> sender = () -> claim(now);
        try (var senders = Executors.newFixedThreadPool(8)) {
            var all = senders.invokeAll(IntStream.range(0, 8).mapToObj(i -> sender).toList());
            assertEquals(1, all.stream().filter(f -> get(f).isPresent()).count());
        }
    }

    @Test
    void isOverOnceItIsSentOrRefused() {
        record(Kind.CONFIRM);
        record(Kind.RESET);
        UUID first = claim(now).orElseThrow().id();
        UUID second = claim(now).orElseThrow().id();
        notices(n -> {
            n.sent(first);
            n.bounced(second, "r".repeat(1000));
            return n;
        });
        assertEquals(Optional.empty(), claim(now.plus(Duration.ofDays(2))));
    }

    @Test
    void comesBackWithGrowingWaitsForThreeDays() {
        record(Kind.CONFIRM);
        UUID id = claim(now).orElseThrow().id();
        fail(id, now);
        assertEquals(Optional.empty(), claim(now.plusSeconds(60)));
        assertTrue(claim(now.plusSeconds(180)).isPresent());
        fail(id, now.plus(Duration.ofDays(4)));
        assertEquals(Optional.empty(), claim(now.plus(Duration.ofDays(5))));
    }

    @Test
    void isDroppedBeforeItIsSent() {
        record(Kind.RESET);
        record(Kind.CLOSED);
        notices(n -> {
            n.drop(publisher, List.of(Kind.RESET, Kind.CONFIRM));
            return n;
        });
        assertEquals(List.of("CLOSED " + ANN), database.inTransaction(TestNotices::waiting));
    }

    @Test
    void tellsNobodyWhereThereIsNobodyToTell() {
        notices(n -> {
            n.recordNothing(Kind.RESET, now);
            return n;
        });
        assertEquals(Optional.empty(), claim(now.plusSeconds(1)));
    }

    @Test
    void isForgottenWithItsAddressOnceItIsLongOver() {
        record(Kind.CONFIRM);
        notices(n -> {
            n.sweep(now.plus(Duration.ofDays(11)));
            return n;
        });
        UUID id = claim(now).orElseThrow().id();
        notices(n -> {
            n.sent(id);
            n.sweep(now.plus(Duration.ofDays(11)));
            return n;
        });
        assertEquals(
                Long.valueOf(0),
                database.inTransaction(em ->
                        em.createQuery("select count(n) from AccountNotice n", Long.class)
                                .getSingleResult()));
    }

    @Test
    void provesTheAddressOfItsMailOnce() {
        String token = issue(Purpose.RESET);
        Proof proven = new Proof.Proven(publisher, Purpose.RESET, ANN);
        assertEquals(proven, links(l -> l.look(token, RESET, now)));
        assertEquals(proven, links(l -> l.redeem(token, RESET, now)));
        assertEquals(new Proof.Used(), links(l -> l.redeem(token, RESET, now)));
        assertEquals(new Proof.Used(), links(l -> l.look(token, RESET, now)));
    }

    @Test
    void isRedeemedOnceByManyWhoHaveLookedFirst() throws Exception {
        String token = issue(Purpose.RESET);
        Callable<Proof> person =
                () ->
                        links(l -> {
                            l.look(token, RESET, now);
                            return l.redeem(token, RESET, now);
                        });
        try (var people = Executors.newFixedThreadPool(8)) {
            var all = people.invokeAll(IntStream.range(0, 8).mapToObj(i -> person).toList());
            assertEquals(1, all.stream().filter(f -> get(f) instanceof Proof.Proven).count());
        }
    }

    @Test
    void isWorthNothingForAnotherPurpose() {
        String token = issue(Purpose.CONFIRM);
        assertEquals(new Proof.Unknown(), links(l -> l.redeem(token, RESET, now)));
        assertInstanceOf(
                Proof.Proven.class, links(l -> l.redeem(token, EnumSet.of(Purpose.CONFIRM), now)));
    }

    @Test
    void livesHalfAnHourOrUntilItIsEnded() {
        String token = issue(Purpose.RESET);
        Instant end = now.plus(MailLinks.LIFE);
        assertEquals(new Proof.Expired(), links(l -> l.look(token, RESET, end)));
        assertInstanceOf(Proof.Proven.class, links(l -> l.look(token, RESET, end.minusSeconds(1))));
        links(l -> {
            l.end(publisher, RESET, now);
            return l;
        });
        assertEquals(new Proof.Expired(), links(l -> l.redeem(token, RESET, now)));
    }

    @Test
    void isKeptAsItsHashAloneAndForgottenInTheEnd() {
        String token = issue(Purpose.RESET);
        String stored =
                database.inTransaction(em ->
                        (String)
                                em.createNativeQuery("select hash from publisher_account_link")
                                        .getSingleResult());
        assertFalse(stored.contains(token));
        links(l -> {
            l.sweep(now.plus(Duration.ofDays(8)));
            return l;
        });
        assertEquals(new Proof.Unknown(), links(l -> l.look(token, RESET, now)));
    }

    private void record(Kind kind) {
        notices(n -> {
            n.record(kind, publisher, new Telling(ANN, "Ann", "en"), now);
            return n;
        });
    }

    private Optional<AccountNotice> claim(Instant at) {
        return notices(n -> n.claim(at));
    }

    private void fail(UUID id, Instant at) {
        notices(n -> {
            n.failed(id, "the mail server is away", at);
            return n;
        });
    }

    private String issue(Purpose purpose) {
        return links(l -> l.issue(publisher, purpose, ANN, now));
    }

    private <T> T notices(Function<AccountNotices, T> work) {
        return database.inTransaction(em -> work.apply(TestNotices.over(em)));
    }

    private <T> T links(Function<MailLinks, T> work) {
        return database.inTransaction(em -> work.apply(TestNotices.links(em)));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
