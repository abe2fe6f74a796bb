package io.seedhouse.paygate.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for offers on every database. */
abstract class OfferBookContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");
    private static final PaidFile SCORE = new PaidFile(UUID.randomUUID(), "score.flac");

    private final TestDatabase database = database();

    abstract TestDatabase database();

    private <T> T offers(Function<OfferBook, T> work) {
        return database.inTransaction(db -> work.apply(new OfferBook(db)));
    }

    private PutOffer put(String tier, long amount, String currency, PaidFile... files) {
        return offers(book -> book.put(BUNDLE, tier, new Money(amount, currency), List.of(files)));
    }

    private Offer saved(String tier, long amount, PaidFile... files) {
        return assertInstanceOf(PutOffer.Saved.class, put(tier, amount, "usd", files)).offer();
    }

    @Test
    void findsWhatWasPut() {
        var offer = saved("Film", 500, FILM, SCORE);
        assertEquals(Optional.of(offer), offers(book -> book.find(offer.id())));
        assertEquals(List.of(FILM, SCORE), offer.files());
    }

    @Test
    void keepsTheIdWhenPriceAndFilesChange() {
        var before = saved("Film", 500, FILM, SCORE);
        var after = saved("Film", 700, SCORE);
        assertEquals(before.id(), after.id());
        assertEquals(List.of(after), offers(book -> book.ofBundle(BUNDLE)));
        assertEquals(new Money(700, "usd"), after.price());
        assertEquals(List.of(SCORE), after.files());
    }

    @Test
    void listsTheCheapestTierFirst() {
        saved("All", 900, FILM, SCORE);
        saved("Film", 500, FILM);
        saved("Free", 0, SCORE);
        assertEquals(
                List.of("Free", "Film", "All"),
                offers(book -> book.ofBundle(BUNDLE)).stream().map(Offer::tier).toList());
    }

    @Test
    void refusesAPriceStripeCannotCharge() {
        assertEquals(
                new PutOffer.BelowMinimum(new Money(49, "usd"), new Money(50, "usd")),
                put("Film", 49, "usd", FILM));
        assertEquals(
                new PutOffer.AboveMaximum(
                        new Money(100_000_000, "jpy"), new Money(99_999_999, "jpy")),
                put("Film", 100_000_000, "jpy", FILM));
        assertEquals(new PutOffer.UnknownCurrency("xau"), put("Film", 500, "XAU", FILM));
        assertEquals(new PutOffer.UnknownCurrency("xau"), put("Film", 0, "XAU", FILM));
        assertEquals(new PutOffer.UnknownCurrency("bgn"), put("Film", 500, "bgn", FILM));
        assertEquals(List.of(), offers(book -> book.ofBundle(BUNDLE)));
    }

    @Test
    void refusesATierThatSellsNothing() {
        assertThrows(IllegalArgumentException.class, () -> put("Film", 500, "usd"));
    }

    @Test
    void sellsAFileOnceThatIsNamedTwice() {
        var renamed = new PaidFile(FILM.id(), "film again.mp4");
        assertEquals(List.of(FILM, SCORE), saved("Film", 500, FILM, SCORE, renamed).files());
    }

    @Test
    void updatesTheFactsOfAReleasedBundle() {
        release(new Release(BUNDLE, "Old title", "slug", null, Set.of(FILM.id())));
        var now = new Release(BUNDLE, "New title", "slug", null, Set.of(FILM.id(), SCORE.id()));
        release(now);
        assertEquals(Optional.of(now), database.inTransaction(db -> Catalogue.release(db, BUNDLE)));
    }

    private void release(Release release) {
        database.inTransaction(db -> {
            new OfferBook(db).release(release);
            return release;
        });
    }
}
