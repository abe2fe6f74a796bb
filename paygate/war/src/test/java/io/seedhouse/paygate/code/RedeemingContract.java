package io.seedhouse.paygate.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Money;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for buyers with a code on every database. */
abstract class RedeemingContract extends CodeContract {
    private static final int BUYERS = 50;

    @ParameterizedTest
    @CsvSource({
        "50, 500, 250",
        "50, 501, 251",
        "33, 999, 330",
        "1, 49, 0",
        "1, 50, 1",
        "99, 50, 50",
        "100, 99999999, 99999999",
        "10, 0, 0"
    })
    void roundsAPercentageHalfUp(int percent, long price, long discount) {
        made(code("SALE", new Discount.Percent(percent)));
        assertEquals(new Money(discount, "usd"), off("SALE", price).discount());
    }

    @Test
    void takesAnAmountOffButNoMoreThanThePrice() {
        made(code("SALE", new Discount.Amount(new Money(300, "usd"))));
        assertEquals(new Money(300, "usd"), off("SALE", 500).discount());
        assertEquals(new Money(200, "usd"), off("SALE", 200).discount());
        assertEquals(
                refused(Refusal.Code.OTHER_CURRENCY), look("SALE", "Film", new Money(500, "eur")));
    }

    @Test
    void takesEverythingOff() {
        made(code("SALE", new Discount.Full()));
        assertEquals(new Money(500, "usd"), off("SALE", 500).discount());
    }

    @Test
    void findsACodeHoweverItIsTyped() {
        made(code("Press-2026", HALF));
        assertEquals(off("Press-2026", 500), off(" press 20 26", 500));
    }

    @Test
    void knowsOnlyTheCodesOfTheBundle() {
        made(code("SALE", HALF));
        assertEquals(refused(Refusal.Code.UNKNOWN), look("SALE2", 500));
        assertEquals(refused(Refusal.Code.UNKNOWN), look("", 500));
        assertEquals(refused(Refusal.Code.UNKNOWN), look("'; drop table x", 500));
        var elsewhere =
                database.inTransaction(db ->
                        Redeeming.look(
                                db,
                                UUID.randomUUID(),
                                "Film",
                                "SALE",
                                new Money(500, "usd"),
                                clock.instant()));
        assertEquals(refused(Refusal.Code.UNKNOWN), elsewhere);
    }

    @Test
    void holdsFromItsBeginningUntilItsEnd() {
        var now = clock.instant();
        made(between("SALE", now.plusSeconds(10), now.plusSeconds(20)));
        assertEquals(refused(Refusal.Code.NOT_YET), look("SALE", 500));
        clock.advance(Duration.ofMillis(9999));
        assertEquals(refused(Refusal.Code.NOT_YET), look("SALE", 500));
        clock.advance(Duration.ofMillis(1));
        off("SALE", 500);
        clock.advance(Duration.ofMillis(9999));
        off("SALE", 500);
        clock.advance(Duration.ofMillis(1));
        assertEquals(refused(Refusal.Code.OVER), look("SALE", 500));
    }

    @Test
    void isForItsTierOnly() {
        tier("Film");
        made(forTier("SALE", "Film"));
        off("SALE", 500);
        assertEquals(refused(Refusal.Code.OTHER_TIER), look("SALE", "All", new Money(500, "usd")));
    }

    @Test
    void givesBackWhatWasTaken() {
        made(uses("ONCE", 1));
        var id = off("ONCE", 500).codeId();
        assertTrue(take(id));
        assertFalse(take(id));
        assertEquals(refused(Refusal.Code.USED_UP), look("ONCE", 500));
        giveBack(id);
        assertTrue(take(off("ONCE", 500).codeId()));
    }

    @Test
    void givesBackNoMoreThanWasTaken() {
        made(uses("ONCE", 1));
        var id = off("ONCE", 500).codeId();
        giveBack(id);
        assertTrue(take(id));
        assertFalse(take(id));
    }

    @Test
    void neverUsesUpACodeWithoutABound() {
        made(uses("MANY", null));
        var id = off("MANY", 500).codeId();
        assertTrue(take(id));
        assertTrue(take(id));
        assertEquals(2, codes(book -> book.ofBundle(BUNDLE)).getFirst().used());
    }

    @Test
    void takesNothingOfARevokedCode() {
        made(uses("GONE", 5));
        var id = off("GONE", 500).codeId();
        codes(book -> book.revoke(BUNDLE, "GONE"));
        assertFalse(take(id));
        assertFalse(take(UUID.randomUUID()));
    }

    @Test
    void showsACodeAsItsPublisherWroteIt() {
        made(code("Press 1", HALF));
        var id = off("PRESS1", 500).codeId();
        assertEquals(Optional.of("Press 1"), database.inTransaction(db -> Redeeming.shown(db, id)));
        assertEquals(
                Optional.empty(),
                database.inTransaction(db -> Redeeming.shown(db, UUID.randomUUID())));
    }

    @Test
    void givesTheLastUsesToExactlyAsManyOfAllWhoCallAtOnce() throws Exception {
        made(uses("RACE", 7));
        var id = off("RACE", 500).codeId();
        Callable<Boolean> buyer = () -> take(id);
        var got = 0;
        try (var pool = Executors.newFixedThreadPool(BUYERS)) {
            for (var answer : pool.invokeAll(Collections.nCopies(BUYERS, buyer))) {
                got += answer.get() ? 1 : 0;
            }
        }
        assertEquals(7, got);
        assertEquals(7, codes(book -> book.ofBundle(BUNDLE)).getFirst().used());
    }

    private void giveBack(UUID id) {
        database.inTransaction(db -> {
            Redeeming.giveBack(db, id);
            return id;
        });
    }
}
