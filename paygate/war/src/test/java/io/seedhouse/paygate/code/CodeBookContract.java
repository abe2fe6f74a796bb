package io.seedhouse.paygate.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.Made;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for a publisher's codes on every database. */
abstract class CodeBookContract extends CodeContract {

    @Test
    void keepsAllThatWasSaidAboutACode() {
        tier("Film");
        var now = clock.instant();
        var amount = new Discount.Amount(new Money(250, "eur"));
        var wanted =
                new NewCode(
                        "Cannes 26",
                        " Screeners ",
                        " Ann Ree ",
                        amount,
                        3,
                        now,
                        now.plusSeconds(9),
                        "Film");
        var made = made(wanted);
        assertEquals(
                List.of(
                        new Code(
                                "Cannes 26",
                                "Screeners",
                                "Ann Ree",
                                amount,
                                3,
                                0,
                                now,
                                now.plusSeconds(9),
                                "Film",
                                now,
                                null)),
                made);
        assertEquals(made, codes(book -> book.ofBundle(BUNDLE)));
        assertEquals(List.of(), codes(book -> book.ofBundle(UUID.randomUUID())));
    }

    @Test
    void makesRandomCodesForThoseThatNameNone() {
        var made = made(called("Press", "A"), called("Press", "B"));
        assertEquals(14, made.getFirst().code().length());
        assertEquals(2, made.stream().map(Code::code).distinct().count());
    }

    @Test
    void listsTheNewestBatchFirstInTheOrderItWasMade() {
        made(code("FIRST1", HALF), code("FIRST2", HALF));
        clock.advance(Duration.ofSeconds(1));
        made(code("SECOND2", HALF), code("SECOND1", HALF));
        assertEquals(
                List.of("SECOND2", "SECOND1", "FIRST1", "FIRST2"),
                codes(book -> book.ofBundle(BUNDLE)).stream().map(Code::code).toList());
    }

    @Test
    void refusesACodeThatExistsHoweverItIsWritten() {
        made(code("PRESS-1", HALF));
        assertEquals(
                new Made.Refused(2, "The code press 1 exists already."),
                make(code("OTHER", HALF), code("press 1", HALF)));
        assertEquals(1, codes(book -> book.ofBundle(BUNDLE)).size());
        var elsewhere = codes(book -> book.make(UUID.randomUUID(), List.of(code("PRESS-1", HALF))));
        assertInstanceOf(Made.All.class, elsewhere);
    }

    @Test
    void refusesTheSameCodeTwiceInOneCall() {
        assertEquals(
                new Made.Refused(3, "The code press comes twice."),
                make(code("PRESS", HALF), code("OTHER", HALF), code("press", HALF)));
    }

    @Test
    void namesTheLineAndWhatIsWrongWithIt() {
        assertEquals(
                new Made.Refused(2, "101 percent cannot be taken off; 1 to 100 can."),
                make(code(null, HALF), code(null, new Discount.Percent(101))));
        assertWrong("0 percent cannot be taken off; 1 to 100 can.", new Discount.Percent(0));
        assertWrong("An amount of 0 takes nothing off.", amount(0, "usd"));
        assertWrong("Nothing is sold in the currency \"xau\".", amount(5, "xau"));
        assertWrong(
                "The amount is above the largest price there can be.", amount(100_000_000, "usd"));
        assertWrong("A code with 0 uses is of no use; 1 or more are needed.", uses(null, 0));
        var now = clock.instant();
        assertWrong("The code ends before it begins.", between(null, now, now));
        assertWrong("This bundle has no tier called \"Film\".", forTier(null, "Film"));
        assertWrong("The batch has no name.", called(" ", ""));
        assertWrong("The batch has 101 characters; 100 are allowed.", called("x".repeat(101), ""));
        assertWrong(
                "The recipient has 255 characters; 254 are allowed.", called("x", "x".repeat(255)));
        assertWrong(
                "The recipient holds a line break or another control character.",
                called("x", "a\nb"));
        assertWrong(
                "A code is 3 to 40 letters and digits, with blanks and dashes at most 60 characters.",
                code("=SUM(A1)", HALF));
        assertEquals(List.of(), codes(book -> book.ofBundle(BUNDLE)));
    }

    @Test
    void takesWhatIsJustWithinTheBounds() {
        made(
                code(null, new Discount.Percent(1)),
                code(null, new Discount.Percent(100)),
                code(null, amount(1, "usd")),
                code(null, amount(99_999_999, "jpy")),
                code(null, new Discount.Full()),
                uses(null, 1),
                called("x".repeat(100), "x".repeat(254)));
    }

    @Test
    void makesTenThousandAtOnceAndNotOneMore() {
        var most = Collections.nCopies(Codes.MOST_AT_ONCE, code(null, HALF));
        assertInstanceOf(Made.All.class, codes(book -> book.make(BUNDLE, most)));
        var more = Collections.nCopies(Codes.MOST_AT_ONCE + 1, code(null, HALF));
        assertEquals(
                new Made.Refused(10_001, "At most 10000 codes are made at once."),
                codes(book -> book.make(BUNDLE, more)));
    }

    @Test
    void keepsNoMoreThanAHundredThousandForABundle() {
        fill(Codes.MOST - 1);
        assertEquals(
                new Made.Refused(2, "A bundle has at most 100000 codes, and 99999 are there."),
                make(code(null, HALF), code(null, HALF)));
        made(code(null, HALF));
    }

    private void fill(int count) {
        database.inTransaction(db ->
                db.createNativeQuery(
                                "insert into paygate_code (id, bundle_id, code_key, code, batch,"
                                        + " recipient, kind, created, place)"
                                        + " select gen_random_uuid(), :bundle, 'FILL' || i, 'FILL',"
                                        + " 'Press', '', 'FULL', :now, i"
                                        + " from generate_series(1, :count) as filled(i)")
                        .setParameter("bundle", BUNDLE)
                        .setParameter("now", clock.instant())
                        .setParameter("count", count)
                        .executeUpdate());
    }

    @Test
    void revokesACodeForGood() {
        made(code("PRESS-1", HALF));
        assertTrue(revoke("press 1"));
        assertEquals(refused(Refusal.Code.UNKNOWN), look("PRESS-1", 500));
        var revoked = codes(book -> book.ofBundle(BUNDLE)).getFirst().revoked();
        assertEquals(clock.instant(), revoked);
        clock.advance(Duration.ofSeconds(1));
        assertTrue(revoke("PRESS-1"));
        assertEquals(revoked, codes(book -> book.ofBundle(BUNDLE)).getFirst().revoked());
    }

    @Test
    void revokesNoCodeThatIsNotThere() {
        made(code("PRESS-1", HALF));
        assertFalse(revoke("PRESS-2"));
        assertFalse(revoke("?"));
        assertFalse(codes(book -> book.revoke(UUID.randomUUID(), "PRESS-1")).booleanValue());
    }

    @Test
    void keepsTheUsesOfACodeThatIsRevoked() {
        made(uses("PRESS-1", 3));
        assertTrue(take(off("PRESS-1", 500).codeId()));
        revoke("PRESS-1");
        assertEquals(1, codes(book -> book.ofBundle(BUNDLE)).getFirst().used());
    }

    private boolean revoke(String code) {
        return codes(book -> book.revoke(BUNDLE, code)).booleanValue();
    }

    private static Discount amount(long amount, String currency) {
        return new Discount.Amount(new Money(amount, currency));
    }

    private void assertWrong(String sentence, Discount discount) {
        assertWrong(sentence, code(null, discount));
    }

    private void assertWrong(String sentence, NewCode code) {
        assertEquals(new Made.Refused(1, sentence), make(code));
    }
}
