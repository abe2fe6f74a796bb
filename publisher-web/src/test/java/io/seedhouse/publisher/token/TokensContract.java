package io.seedhouse.publisher.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for tokens on every database. */
abstract class TokensContract {
    private static final Wish READER = new Wish("My script", EnumSet.of(Scope.READ), null);

    private final TestDatabase database = database();
    private final UUID ann = database.publisher();
    private final UUID bob = database.publisher();
    private final Instant now = Instant.parse("2027-01-31T18:20:30Z");

    abstract TestDatabase database();

    @Test
    void opensWhatItIsForAndNothingElse() {
        String text = issue(ann, READER);
        assertEquals(43, text.length());
        Grant grant = use(text, now).orElseThrow();
        assertEquals(ann, grant.publisherId());
        assertEquals(Set.of(Scope.READ), grant.scopes());
        assertEquals(Optional.empty(), use(text + "x", now));
        assertEquals(Optional.empty(), use("", now));
    }

    @Test
    void isKeptAsItsHashAlone() {
        String text = issue(ann, READER);
        String stored =
                database.inTransaction(em ->
                        (String)
                                em.createNativeQuery("select hash from publisher_token")
                                        .getSingleResult());
        assertFalse(stored.contains(text));
    }

    @Test
    void endsWhenItsTimeIsOver() {
        String text = issue(ann, new Wish("Short", Scope.ALL, Duration.ofDays(2)));
        Instant end = now.plus(Duration.ofDays(2));
        assertTrue(use(text, end.minusSeconds(1)).isPresent());
        assertEquals(Optional.empty(), use(text, end));
        assertEquals(List.of(), tokens(t -> t.ofPublisher(ann, end)));
        tokens(t -> {
            t.sweep(end.plusSeconds(1));
            return t;
        });
        assertEquals(Optional.empty(), use(text, now));
    }

    @Test
    void tellsTheDayItWasUsedLastAndNoMore() {
        String text = issue(ann, READER);
        assertEquals(null, tokens(t -> t.ofPublisher(ann, now)).getFirst().used());
        use(text, now);
        use(text, now.plusSeconds(60));
        assertEquals(
                now.truncatedTo(ChronoUnit.DAYS),
                tokens(t -> t.ofPublisher(ann, now)).getFirst().used());
    }

    @Test
    void isRevokedByItsOwnerAlone() {
        String text = issue(ann, READER);
        UUID id = use(text, now).orElseThrow().tokenId();
        assertEquals(false, tokens(t -> t.revoke(bob, id)));
        assertTrue(use(text, now).isPresent());
        assertEquals(true, tokens(t -> t.revoke(ann, id)));
        assertEquals(Optional.empty(), use(text, now));
        assertEquals(false, tokens(t -> t.revoke(ann, id)));
    }

    @Test
    void isRevokedByNoTokenThatMayDoLess() {
        UUID mighty = use(issue(ann, Wish.everything()), now).orElseThrow().tokenId();
        assertEquals(
                false, tokens(t -> t.revoke(ann, mighty, EnumSet.of(Scope.READ, Scope.SALES))));
        assertEquals(true, tokens(t -> t.revoke(ann, mighty, Scope.ALL)));
    }

    @Test
    void givesWayToNewSignInsWhenItHasNoNameAndIsIdle() {
        String idle = issue(ann, Wish.everything());
        String named = issue(ann, READER);
        for (int i = 2; i < Tokens.MOST; i++) {
            issue(ann, Wish.everything(), now.plusSeconds(i));
        }
        assertTrue(use(idle, now).isPresent());
        use(idle, now.minus(Duration.ofDays(1)));
        issue(ann, Wish.everything(), now.plusSeconds(1000));
        assertEquals(Optional.empty(), use(idle, now));
        assertTrue(use(named, now).isPresent());
        assertEquals(Tokens.MOST, tokens(t -> t.ofPublisher(ann, now)).size());
    }

    @Test
    void isRefusedWhereThereAreEnoughWithAName() {
        for (int i = 0; i < Tokens.MOST; i++) {
            issue(ann, READER);
        }
        assertEquals(
                new Issue.TooMany(Tokens.MOST), tokens(t -> t.issue(ann, Wish.everything(), now)));
        assertInstanceOf(Issue.Issued.class, tokens(t -> t.issue(bob, Wish.everything(), now)));
    }

    @Test
    void keepsDoingEverythingWhereItWasIssuedBeforeThereWereScopes() {
        database.inTransaction(em ->
                em.createNativeQuery(
                                "insert into publisher_token (hash, id, publisher_id, created)"
                                        + " values (?1, ?2, ?3, current_timestamp)")
                        .setParameter(1, io.seedhouse.publisher.Secret.hash("old"))
                        .setParameter(2, UUID.randomUUID())
                        .setParameter(3, ann)
                        .executeUpdate());
        assertEquals(Scope.ALL, use("old", now).orElseThrow().scopes());
    }

    private String issue(UUID publisher, Wish wish) {
        return issue(publisher, wish, now);
    }

    private String issue(UUID publisher, Wish wish, Instant at) {
        return assertInstanceOf(Issue.Issued.class, tokens(t -> t.issue(publisher, wish, at)))
                .text();
    }

    private Optional<Grant> use(String text, Instant at) {
        return tokens(t -> t.use(text, at));
    }

    private <T> T tokens(Function<Tokens, T> work) {
        return database.inTransaction(em -> work.apply(TestTokens.over(em)));
    }
}
