package io.seedhouse.paygate.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
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
    void sellsInSeveralCurrenciesAndShowsTheFirst() {
        var pricing = fixed(new Money(500, "usd"), new Money(450, "eur"), new Money(700, "jpy"));
        var offer = saved("Film", pricing, true);
        assertEquals(Optional.of(offer), offers(book -> book.find(offer.id())));
        assertEquals(pricing, offer.pricing());
        assertTrue(offer.tips());
        assertEquals(new Money(500, "usd"), offer.price());
        assertEquals(Optional.of(new Money(450, "eur")), offer.price("eur"));
        assertEquals(Optional.empty(), offer.price("gbp"));
    }

    @Test
    void keepsTheOrderOfCurrenciesWhenItChanges() {
        saved("Film", fixed(new Money(500, "usd"), new Money(450, "eur")), false);
        var turned = fixed(new Money(450, "eur"), new Money(500, "usd"));
        var offer = saved("Film", turned, false);
        assertEquals(turned, offers(book -> book.find(offer.id())).orElseThrow().pricing());
    }

    @Test
    void letsTheBuyerSayHowMuch() {
        var pricing =
                new Pricing.PayWhatYouWant(List.of(range(300, 700, "usd"), range(250, 600, "eur")));
        var offer = saved("Film", pricing, false);
        assertEquals(pricing, offers(book -> book.find(offer.id())).orElseThrow().pricing());
        assertEquals(new Money(300, "usd"), offer.price());
    }

    @Test
    void letsTheBuyerTakeItForNothing() {
        var pricing = new Pricing.PayWhatYouWant(List.of(range(0, 500, "usd"), range(0, 0, "eur")));
        assertEquals(pricing, saved("Film", pricing, false).pricing());
    }

    @Test
    void keepsTheWordsThatVisitorsAgreeTo() {
        var pricing = new Pricing.ForEmail("eur", "The studio may write to me.");
        var offer = saved("Teaser", pricing, true);
        assertEquals(pricing, offers(book -> book.find(offer.id())).orElseThrow().pricing());
        assertEquals(new Money(0, "eur"), offer.price());
    }

    @Test
    void changesFromOneWayToPayToAnother() {
        saved("Film", new Pricing.ForEmail("eur", "Yes."), true);
        saved("Film", new Pricing.PayWhatYouWant(List.of(range(300, 700, "usd"))), true);
        var offer = saved("Film", 500, FILM);
        assertEquals(
                new Offer(offer.id(), BUNDLE, "Film", new Money(500, "usd"), List.of(FILM)),
                offers(book -> book.find(offer.id())).orElseThrow());
    }

    @Test
    void refusesACurrencyTwice() {
        assertEquals(
                new PutOffer.CurrencyTwice("usd"),
                put(fixed(new Money(500, "usd"), new Money(600, "USD"))));
    }

    @Test
    void refusesToBeFreeInOneOfSeveralCurrencies() {
        var refused = new PutOffer.FreeInOneOfSeveral();
        assertEquals(refused, put(fixed(new Money(0, "usd"), new Money(500, "eur"))));
        assertEquals(refused, put(fixed(new Money(0, "usd"), new Money(0, "eur"))));
        assertEquals(
                refused,
                put(
                        new Pricing.PayWhatYouWant(
                                List.of(range(0, 500, "usd"), range(300, 500, "eur")))));
    }

    @Test
    void checksEveryCurrencyOfAPrice() {
        assertEquals(
                new PutOffer.BelowMinimum(new Money(29, "gbp"), new Money(30, "gbp")),
                put(fixed(new Money(500, "usd"), new Money(29, "gbp"))));
        assertEquals(new PutOffer.UnknownCurrency("xau"), put(new Pricing.ForEmail("xau", "Yes.")));
    }

    @Test
    void checksMinimumAndSuggestion() {
        var least = new Money(50, "usd");
        assertEquals(new PutOffer.BelowMinimum(new Money(49, "usd"), least), want(49, 500));
        assertEquals(new PutOffer.BelowMinimum(new Money(20, "usd"), least), want(0, 20));
        assertEquals(
                new PutOffer.SuggestedBelowMinimum(new Money(499, "usd"), new Money(500, "usd")),
                want(500, 499));
        assertEquals(
                new PutOffer.AboveMaximum(
                        new Money(100_000_000, "usd"), new Money(99_999_999, "usd")),
                want(500, 100_000_000));
        assertInstanceOf(PutOffer.Saved.class, want(50, 99_999_999));
    }

    @Test
    void boundsTheWordsOfConsent() {
        assertEquals(new PutOffer.ConsentOutOfBounds(2000), put(new Pricing.ForEmail("usd", " ")));
        assertEquals(
                new PutOffer.ConsentOutOfBounds(2000),
                put(new Pricing.ForEmail("usd", "x".repeat(2001))));
        saved("Film", new Pricing.ForEmail("usd", "x".repeat(2000)), false);
    }

    @Test
    void refusesACallThatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> put(fixed()));
        var mixed = new Pricing.Range(new Money(300, "usd"), new Money(500, "eur"));
        assertThrows(
                IllegalArgumentException.class,
                () -> put(new Pricing.PayWhatYouWant(List.of(mixed))));
    }

    @Test
    void showsNoTierThatWasRemoved() {
        var film = saved("Film", 500, FILM);
        var all = saved("All", 900, FILM, SCORE);
        assertTrue(remove("Film"));
        assertEquals(List.of(all), offers(book -> book.ofBundle(BUNDLE)));
        assertEquals(Optional.empty(), offers(book -> book.find(film.id())));
        assertEquals(Set.of("All"), database.inTransaction(db -> Catalogue.tiers(db, BUNDLE)));
    }

    @Test
    void removesATierOnce() {
        saved("Film", 500, FILM);
        assertFalse(remove("film"));
        assertTrue(remove("Film"));
        assertFalse(remove("Film"));
    }

    @Test
    void bringsARemovedTierBackUnderItsOldId() {
        var before = saved("Film", 500, FILM);
        remove("Film");
        var after = saved("Film", 700, SCORE);
        assertEquals(before.id(), after.id());
        assertEquals(List.of(after), offers(book -> book.ofBundle(BUNDLE)));
    }

    private boolean remove(String tier) {
        return offers(book -> book.remove(BUNDLE, tier)).booleanValue();
    }

    private static Pricing fixed(Money... prices) {
        return new Pricing.Fixed(List.of(prices));
    }

    private static Pricing.Range range(long minimum, long suggested, String currency) {
        return new Pricing.Range(new Money(minimum, currency), new Money(suggested, currency));
    }

    private PutOffer want(long minimum, long suggested) {
        return put(new Pricing.PayWhatYouWant(List.of(range(minimum, suggested, "usd"))));
    }

    private PutOffer put(Pricing pricing) {
        return offers(book -> book.put(BUNDLE, "Film", pricing, false, List.of(FILM)));
    }

    private Offer saved(String tier, Pricing pricing, boolean tips) {
        var put = offers(book -> book.put(BUNDLE, tier, pricing, tips, List.of(FILM)));
        return assertInstanceOf(PutOffer.Saved.class, put).offer();
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
