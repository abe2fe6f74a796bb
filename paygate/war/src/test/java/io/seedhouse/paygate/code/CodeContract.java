package io.seedhouse.paygate.code;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.Made;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.offer.Books;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codes of one bundle, for tests. */
abstract class CodeContract {
    static final UUID BUNDLE = UUID.randomUUID();
    static final Discount HALF = new Discount.Percent(50);

    final TestDatabase database = database();
    final TestClock clock = new TestClock();

    abstract TestDatabase database();

    final <T> T codes(Function<CodeBook, T> work) {
        return database.inTransaction(db -> work.apply(new CodeBook(db, clock)));
    }

    final Made make(NewCode... codes) {
        return codes(book -> book.make(BUNDLE, List.of(codes)));
    }

    final List<Code> made(NewCode... codes) {
        return assertInstanceOf(Made.All.class, make(codes)).codes();
    }

    final Redeeming.Answer look(String code, long price) {
        return look(code, "Film", new Money(price, "usd"));
    }

    final Redeeming.Answer look(String code, String tier, Money price) {
        return database.inTransaction(
                db -> Redeeming.look(db, BUNDLE, tier, code, price, clock.instant()));
    }

    final Redeeming.Answer.Off off(String code, long price) {
        return assertInstanceOf(Redeeming.Answer.Off.class, look(code, price));
    }

    final boolean take(UUID codeId) {
        return database.inTransaction(db -> Redeeming.take(db, codeId)).booleanValue();
    }

    final void tier(String name) {
        var film = new PaidFile(UUID.randomUUID(), "film.mp4");
        Books.with(database, book -> book.put(BUNDLE, name, new Money(500, "usd"), List.of(film)));
    }

    static Redeeming.Answer refused(Refusal.Code why) {
        return new Redeeming.Answer.Refused(why);
    }

    static NewCode code(@Nullable String code, Discount discount) {
        return new NewCode(code, "Press", "", discount, null, null, null, null);
    }

    static NewCode uses(@Nullable String code, @Nullable Integer uses) {
        return new NewCode(code, "Press", "", HALF, uses, null, null, null);
    }

    static NewCode between(@Nullable String code, @Nullable Instant from, @Nullable Instant until) {
        return new NewCode(code, "Press", "", HALF, null, from, until, null);
    }

    static NewCode forTier(@Nullable String code, String tier) {
        return new NewCode(code, "Press", "", HALF, null, null, null, tier);
    }

    static NewCode called(String batch, String recipient) {
        return new NewCode(null, batch, recipient, HALF, null, null, null, null);
    }
}
