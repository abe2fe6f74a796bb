package io.seedhouse.paygate.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for addresses left to a publisher on every database. */
abstract class ContactBookContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final UUID ORDER = UUID.randomUUID();
    private static final String ANN = "Ann@example.com";
    private static final String WORDS = "The studio may write to me.";

    private final TestDatabase database = database();
    private final TestClock clock = new TestClock();

    abstract TestDatabase database();

    @Test
    void listsAddressesOldestFirst() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        var first = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        leave(BUNDLE, UUID.randomUUID(), "bob@example.com", "Yes.");
        leave(UUID.randomUUID(), UUID.randomUUID(), "eve@example.com", "Yes.");
        assertEquals(
                List.of(
                        new Contact(ANN, WORDS, first, null),
                        new Contact("bob@example.com", "Yes.", clock.instant(), null)),
                list());
    }

    @Test
    void keepsAnAddressOnceHoweverOftenItIsLeft() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        var before = list();
        clock.advance(Duration.ofSeconds(1));
        leave(BUNDLE, ORDER, ANN, WORDS);
        leave(BUNDLE, UUID.randomUUID(), "ann@EXAMPLE.com", "Other words.");
        assertEquals(before, list());
    }

    @Test
    void unsubscribesByATokenOfAnyOrder() {
        var other = UUID.randomUUID();
        leave(BUNDLE, ORDER, ANN, WORDS);
        leave(BUNDLE, other, ANN, WORDS);
        assertTrue(unsubscribe(token(other)));
        assertEquals(clock.instant(), list().getFirst().unsubscribed());
    }

    @Test
    void unsubscribesOnce() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        var token = token(ORDER);
        assertTrue(unsubscribe(token));
        var left = list();
        clock.advance(Duration.ofSeconds(1));
        assertTrue(unsubscribe(token));
        assertEquals(left, list());
    }

    @Test
    void unsubscribesFromThatBundleAlone() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        var elsewhere = UUID.randomUUID();
        leave(UUID.randomUUID(), elsewhere, ANN, WORDS);
        unsubscribe(token(elsewhere));
        assertEquals(null, list().getFirst().unsubscribed());
    }

    @Test
    void knowsNoOtherToken() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        token(ORDER);
        assertFalse(unsubscribe(""));
        assertFalse(unsubscribe(UnsubscribeToken.generate().text()));
        assertEquals(null, list().getFirst().unsubscribed());
    }

    @Test
    void takesNobodyBackForTheOldConsent() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        unsubscribe(token(ORDER));
        var left = list();
        clock.advance(Duration.ofSeconds(1));
        leave(BUNDLE, ORDER, ANN, WORDS);
        assertEquals(left, list());
    }

    @Test
    void takesBackWhoAgreesAgain() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        unsubscribe(token(ORDER));
        clock.advance(Duration.ofSeconds(1));
        leave(BUNDLE, UUID.randomUUID(), ANN, "Other words.");
        assertEquals(List.of(new Contact(ANN, "Other words.", clock.instant(), null)), list());
    }

    @Test
    void forgetsAnAddressInAnyCaseWithItsTokensAndNoOther() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        leave(BUNDLE, UUID.randomUUID(), ANN, WORDS);
        leave(BUNDLE, UUID.randomUUID(), "bob@example.com", "Yes.");
        var elsewhere = UUID.randomUUID();
        leave(UUID.randomUUID(), elsewhere, ANN, WORDS);
        var token = token(ORDER);
        var kept = token(elsewhere);
        assertTrue(remove(" aNN@example.com"));
        assertEquals(List.of("bob@example.com"), list().stream().map(Contact::email).toList());
        assertFalse(unsubscribe(token));
        assertTrue(unsubscribe(kept));
        assertFalse(remove(ANN));
    }

    @Test
    void issuesNoTokenForAnOrderThatLeftNoAddress() {
        assertEquals(Optional.empty(), contacts(book -> book.issueToken(ORDER)));
    }

    @Test
    void keepsTheNewestTwentyTokens() {
        leave(BUNDLE, ORDER, ANN, WORDS);
        var tokens =
                IntStream.range(0, 21)
                        .mapToObj(_ -> {
                            clock.advance(Duration.ofSeconds(1));
                            return token(ORDER);
                        })
                        .toList();
        assertFalse(unsubscribe(tokens.getFirst()));
        tokens.stream().skip(1).forEach(token -> assertTrue(unsubscribe(token)));
    }

    @Test
    void takesAnAddressThatManyOrdersLeaveAtOnce() throws Exception {
        Callable<Boolean> visitor = () -> leave(BUNDLE, UUID.randomUUID(), ANN, WORDS);
        try (var pool = Executors.newFixedThreadPool(20)) {
            for (var done : pool.invokeAll(Stream.generate(() -> visitor).limit(20).toList())) {
                assertTrue(done.get());
            }
        }
        assertEquals(1, list().size());
    }

    @Test
    void forgetsAllOfABundleAndNothingElse() {
        var elsewhere = UUID.randomUUID();
        leave(BUNDLE, ORDER, ANN, WORDS);
        leave(UUID.randomUUID(), elsewhere, ANN, WORDS);
        var token = token(ORDER);
        var other = token(elsewhere);
        contacts(book -> {
            book.forget(BUNDLE);
            return book;
        });
        assertEquals(List.of(), list());
        assertFalse(unsubscribe(token));
        assertTrue(unsubscribe(other));
    }

    @Test
    void keepsAddressAndTokenOutOfLogs() {
        assertFalse(UnsubscribeToken.generate().toString().length() > 20);
        leave(BUNDLE, ORDER, ANN, WORDS);
        assertFalse(list().toString().contains("example"));
    }

    private <T> T contacts(Function<ContactBook, T> work) {
        return database.inTransaction(db -> work.apply(new ContactBook(db, clock)));
    }

    private List<Contact> list() {
        return contacts(book -> book.ofBundle(BUNDLE));
    }

    private boolean leave(UUID bundle, UUID order, String email, String words) {
        return database.inTransaction(
                        db -> {
                            Addresses.leave(db, bundle, order, email, words, clock.instant());
                            return true;
                        })
                .booleanValue();
    }

    private String token(UUID order) {
        return contacts(book -> book.issueToken(order)).orElseThrow();
    }

    private boolean remove(String email) {
        return contacts(book -> book.remove(BUNDLE, email)).booleanValue();
    }

    private boolean unsubscribe(String token) {
        return contacts(book -> book.unsubscribe(token)).booleanValue();
    }
}
