package io.seedhouse.paygate.checkout;

import static io.seedhouse.paygate.reconciliation.Shop.EXTRAS;
import static io.seedhouse.paygate.reconciliation.Shop.FILM;
import static io.seedhouse.paygate.reconciliation.Shop.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Quote;
import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Refusal.UpgradeRefused.Reason;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Orders.Correction;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.code.Coders;
import io.seedhouse.paygate.contact.Leavers;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.reconciliation.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All the ways of buying, through stripe-java and real HTTP, on every database. */
abstract class BuyingContract {
    private static final String ANN = "ann@example.com";
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Shop shop = new Shop(database());

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        shop.close();
    }

    /** A request to be changed in one place at a time. */
    private static Request request(
            UUID offer,
            @Nullable Long amount,
            @Nullable String currency,
            long tip,
            @Nullable String code) {
        return new Request(offer, ANN, amount, currency, tip, code, null, null, false, null);
    }

    private static Request amount(UUID offer, long amount) {
        return request(offer, amount, null, 0, null);
    }

    private static Request code(UUID offer, String code) {
        return request(offer, null, null, 0, code);
    }

    private static Request gift(UUID offer, @Nullable String to, String words) {
        return Shop.gift(offer, ANN, to, words);
    }

    private static Request upgrade(UUID offer, Begin.Begun base) {
        return Shop.upgrade(offer, ANN, base);
    }

    private Refusal refusal(Request request) {
        var quoted = assertInstanceOf(Quote.Refused.class, shop.checkouts.quote(request)).why();
        var begun = assertInstanceOf(Begin.Refused.class, shop.checkouts.begin(request)).why();
        assertEquals(quoted, begun);
        return begun;
    }

    /** What is quoted is what is charged. */
    private Money charged(Request request) {
        var quote = assertInstanceOf(Quote.Quoted.class, shop.checkouts.quote(request));
        var order = shop.buy(request);
        assertEquals(quote.total(), shop.seen(order).amount());
        assertEquals(Status.PAID, shop.status(order));
        return quote.total();
    }

    private UUID own(long minimum, long suggested) {
        return shop.offer(
                "Own",
                new Pricing.PayWhatYouWant(
                        List.of(new Pricing.Range(usd(minimum), usd(suggested)))),
                false,
                FILM);
    }

    @Test
    void takesTheAmountABuyerNames() {
        assertEquals(usd(700), charged(amount(own(300, 500), 700)));
    }

    @Test
    void refusesAnAmountBelowTheMinimumAndNone() {
        var offer = own(300, 500);
        assertEquals(new Refusal.BelowMinimum(usd(299), usd(300)), refusal(amount(offer, 299)));
        assertEquals(new Refusal.AmountMissing(usd(300)), refusal(Request.of(offer, ANN)));
        assertEquals(
                new Refusal.AboveMaximum(usd(100_000_000), usd(99_999_999)),
                refusal(amount(offer, 100_000_000)));
    }

    @Test
    void takesNothingWhereTheMinimumIsNothingButNotWhatStripeCannotCharge() {
        var offer = own(0, 500);
        assertEquals(usd(0), charged(amount(offer, 0)));
        assertEquals(new Refusal.BelowMinimum(usd(49), usd(50)), refusal(amount(offer, 49)));
        assertEquals(new Refusal.BelowMinimum(usd(0), usd(50)), refusal(amount(offer, -1)));
    }

    @Test
    void chargesInTheCurrencyThatWasShown() {
        var offer =
                shop.offer(
                        "Film",
                        new Pricing.Fixed(List.of(usd(500), new Money(450, "eur"))),
                        false,
                        FILM);
        assertEquals(new Money(450, "eur"), charged(request(offer, null, "EUR", 0, null)));
        assertEquals(
                new Refusal.CurrencyNotOffered("jpy", List.of("usd", "eur")),
                refusal(request(offer, null, "jpy", 0, null)));
        assertEquals(
                new Refusal.NotThePrice(usd(500)), refusal(request(offer, 450L, null, 0, null)));
    }

    @Test
    void addsATipWhereTheOfferTakesOne() {
        var offer = shop.offer("Film", new Pricing.Fixed(List.of(usd(500))), true, FILM);
        assertEquals(usd(700), charged(request(offer, null, null, 200, null)));
        var bob =
                new Request(
                        offer, "bob@example.com", null, null, -1, null, null, null, false, null);
        assertInstanceOf(Refusal.BelowMinimum.class, refusal(bob));
        assertEquals(new Refusal.NoTips(), refusal(request(shop.film(500), null, null, 200, null)));
    }

    @Test
    void takesATipForWhatIsFreeIfItCanBeCharged() {
        var offer = shop.offer("Film", new Pricing.Fixed(List.of(usd(0))), true, FILM);
        assertEquals(
                new Refusal.BelowMinimum(usd(10), usd(50)),
                refusal(request(offer, null, null, 10, null)));
        assertEquals(usd(200), charged(request(offer, null, null, 200, null)));
    }

    private Money quoted(Request request) {
        return assertInstanceOf(Quote.Quoted.class, shop.checkouts.quote(request)).total();
    }

    @Test
    void takesWhatIsExactlyAtABound() {
        assertEquals(usd(300), quoted(amount(own(300, 500), 300)));
        assertEquals(usd(50), quoted(amount(own(0, 500), 50)));
        assertEquals(usd(99_999_999), quoted(amount(own(300, 500), 99_999_999)));
        makeCode("TENTH", new Discount.Percent(90), null);
        assertEquals(usd(50), quoted(code(shop.film(500), "TENTH")));
        var free = shop.offer("Free", new Pricing.Fixed(List.of(usd(0))), true, FILM);
        assertEquals(usd(50), quoted(request(free, null, null, 50, null)));
        var film = shop.offer("Tipped", new Pricing.Fixed(List.of(usd(50))), true, FILM);
        assertEquals(usd(51), quoted(request(film, null, null, 1, null)));
        assertEquals(
                new Refusal.AboveMaximum(usd(100_000_000), usd(99_999_999)),
                refusal(request(film, null, null, 99_999_950, null)));
    }

    private void makeCode(String code, Discount discount, @Nullable Integer uses) {
        Coders.make(
                shop.database,
                shop.clock,
                shop.bundle,
                new NewCode(code, "Press", "Cine Weekly", discount, uses, null, null, null));
    }

    @Test
    void takesWhatACodeTakesOff() {
        makeCode("HALF", new Discount.Percent(50), null);
        var order = shop.buy(code(shop.film(500), " half "));
        assertEquals(usd(250), shop.seen(order).amount());
        assertEquals("HALF", shop.seen(order).code());
    }

    @Test
    void asksNoMoneyForAFullCode() {
        makeCode("PRESS", new Discount.Full(), 1);
        var order = shop.begin(code(shop.film(500), "PRESS"));
        assertNull(order.checkoutUrl());
        assertEquals(List.of(FILM), shop.opens(order));
    }

    @Test
    void waivesWhatIsTooLittleToBeCharged() {
        makeCode("MOST", new Discount.Percent(95), null);
        var quote =
                assertInstanceOf(
                        Quote.Quoted.class, shop.checkouts.quote(code(shop.film(500), "MOST")));
        assertEquals(new Quote.Quoted(usd(500), usd(500), usd(0), usd(0)), quote);
        assertNull(shop.begin(code(shop.film(500), "MOST")).checkoutUrl());
    }

    @ParameterizedTest
    @CsvSource({"NONE,UNKNOWN", "'',", "LATER,NOT_YET"})
    void saysWhyACodeTakesNothingOff(String typed, Refusal.@Nullable Code why) {
        Coders.make(
                shop.database,
                shop.clock,
                shop.bundle,
                new NewCode(
                        "LATER",
                        "Sale",
                        "",
                        new Discount.Full(),
                        null,
                        shop.clock.instant().plusSeconds(60),
                        null,
                        null));
        var request = code(shop.film(500), typed);
        if (why == null) {
            assertEquals(usd(500), charged(request));
        } else {
            assertEquals(new Refusal.CodeRefused(why), refusal(request));
        }
    }

    @Test
    void givesTheLastUseOfACodeToOneOfMany() throws Exception {
        makeCode("LAST", new Discount.Percent(50), 1);
        var offer = shop.film(500);
        Callable<Begin> begin =
                () ->
                        shop.checkouts.begin(
                                new Request(
                                        offer,
                                        UUID.randomUUID() + "@example.com",
                                        null,
                                        null,
                                        0,
                                        "LAST",
                                        null,
                                        null,
                                        false,
                                        null));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers =
                    pool.invokeAll(IntStream.range(0, 16).mapToObj(_ -> begin).toList()).stream()
                            .map(done -> done.resultNow())
                            .toList();
            assertEquals(
                    1, answers.stream().filter(answer -> answer instanceof Begin.Begun).count());
            assertEquals(
                    15,
                    answers.stream()
                            .filter(answer ->
                                    answer.equals(
                                            new Begin.Refused(
                                                    new Refusal.CodeRefused(Refusal.Code.USED_UP))))
                            .count());
        }
    }

    @Test
    void givesACodeBackWhenItsOrderExpires() throws Exception {
        makeCode("ONCE", new Discount.Percent(50), 1);
        var offer = shop.film(500);
        var order = shop.begin(code(offer, "ONCE"));
        assertEquals(new Refusal.CodeRefused(Refusal.Code.USED_UP), refusal(code(offer, "ONCE")));
        shop.clock.advance(Duration.ofHours(25));
        shop.settle(order);
        assertEquals(Status.EXPIRED, shop.status(order));
        assertEquals(usd(250), charged(code(offer, "ONCE")));
    }

    @Test
    void makesAGiftThatAnotherRedeemsOnce() {
        var order = shop.buy(gift(shop.film(500), "bob@example.com", "For you"));
        assertInstanceOf(Access.Given.class, shop.keyring(order));
        assertEquals(List.of(), shop.opens(order));
        assertEquals(
                List.of(Notices.Kind.GIFT, Notices.Kind.RECEIPT),
                shop.mails().stream()
                        .peek(mail ->
                                assertEquals(
                                        mail.kind() == Notices.Kind.GIFT ? "bob@example.com" : ANN,
                                        mail.recipient()))
                        .map(mail -> mail.kind())
                        .sorted(java.util.Comparator.comparing(Enum::name))
                        .toList());
        var token = shop.gifts.issueToken(order.orderId()).orElseThrow();
        assertEquals("For you", shop.gifts.look(token).orElseThrow().words());
        var redeemed =
                assertInstanceOf(
                        io.seedhouse.paygate.api.Gifts.Redemption.Redeemed.class,
                        shop.gifts.redeem(token, "bob@example.com"));
        assertInstanceOf(
                Access.Open.class, shop.keyring(redeemed.orderId(), redeemed.orderToken()));
        assertInstanceOf(
                io.seedhouse.paygate.api.Gifts.Redemption.Gone.class,
                shop.gifts.redeem(token, "eve@example.com"));
        assertTrue(shop.gifts.look(token).isEmpty());
        assertTrue(shop.gifts.issueToken(order.orderId()).isEmpty());
        assertEquals(List.of(), shop.opens(order));
    }

    @Test
    void givesNoTokenForAGiftThatIsNotPaid() {
        var order = shop.begin(gift(shop.film(500), null, ""));
        assertTrue(shop.gifts.issueToken(order.orderId(), order.orderToken()).isEmpty());
        assertTrue(shop.gifts.issueToken(order.orderId()).isEmpty());
        var plain = shop.buy(shop.film(500), "carl@example.com");
        assertTrue(shop.gifts.issueToken(plain.orderId()).isEmpty());
    }

    @Test
    void refusesAGiftToNoAddressAndLongWords() {
        var offer = shop.film(500);
        assertInstanceOf(Refusal.InvalidGift.class, refusal(gift(offer, "bob", "")));
        assertInstanceOf(Refusal.InvalidGift.class, refusal(gift(offer, null, "x".repeat(501))));
        assertInstanceOf(Refusal.InvalidGift.class, refusal(gift(offer, null, "a\u0007b")));
        assertInstanceOf(
                Begin.Begun.class, shop.checkouts.begin(gift(offer, null, "x".repeat(500))));
    }

    @Test
    void chargesAnUpgradeTheDifference() {
        var base = shop.buy(shop.film(500), ANN);
        var offer = shop.everything(800);
        assertEquals(usd(300), charged(upgrade(offer, base)));
    }

    @Test
    void countsAnOrderForOneUpgradeOnly() {
        var base = shop.buy(shop.film(500), ANN);
        var offer = shop.everything(800);
        var upgraded = shop.buy(upgrade(offer, base));
        assertEquals(List.of(EXTRAS, FILM), shop.opens(upgraded));
        assertEquals(new Refusal.UpgradeRefused(Reason.USED), refusal(upgrade(offer, base)));
    }

    @Test
    void letsABuyerWhoTurnedBackBeginTheUpgradeAgain() {
        var base = shop.buy(shop.film(500), ANN);
        var offer = shop.everything(800);
        var first = shop.begin(upgrade(offer, base));
        var second = shop.begin(upgrade(offer, base));
        assertEquals(Status.EXPIRED, shop.status(first));
        shop.pay(second, Shop.GOOD_CARD);
        shop.settle(second);
        assertEquals(Status.PAID, shop.status(second));
    }

    @Test
    void refusesUpgradesThatAreNone() {
        var base = shop.buy(shop.film(500), ANN);
        var pending = shop.begin(shop.film(500), "bob@example.com");
        var offer = shop.everything(800);
        assertEquals(
                new Refusal.UpgradeRefused(Reason.NOT_HIGHER),
                refusal(upgrade(shop.film(500), base)));
        assertEquals(new Refusal.UpgradeRefused(Reason.NOT_PAID), refusal(upgrade(offer, pending)));
        var forged = new Begin.Begun(base.orderId(), pending.orderToken(), null, false);
        assertEquals(new Refusal.UpgradeRefused(Reason.UNKNOWN), refusal(upgrade(offer, forged)));
        var given = shop.buy(gift(shop.film(500), null, ""));
        assertEquals(new Refusal.UpgradeRefused(Reason.GIFT), refusal(upgrade(offer, given)));
    }

    @Test
    void upgradesNeitherAsAGiftNorInAnotherCurrencyNorToAnotherBundle() {
        var base = shop.buy(shop.film(500), ANN);
        var order = new Checkouts.Upgrade(base.orderId(), base.orderToken());
        var both = new Pricing.Fixed(List.of(usd(800), new Money(750, "eur")));
        var offer = shop.offer("Everything", both, false, FILM, EXTRAS);
        var given = new Checkouts.Gift(null, "");
        assertEquals(
                new Refusal.UpgradeRefused(Reason.GIFT),
                refusal(new Request(offer, ANN, null, null, 0, null, given, order, false, null)));
        assertEquals(
                new Refusal.UpgradeRefused(Reason.OTHER_CURRENCY),
                refusal(new Request(offer, ANN, null, "eur", 0, null, null, order, false, null)));
        assertEquals(
                usd(300),
                charged(new Request(offer, ANN, null, "USD", 0, null, null, order, false, null)));
        var elsewhere = shop.elsewhere(usd(900), FILM, EXTRAS);
        assertEquals(
                new Refusal.UpgradeRefused(Reason.OTHER_BUNDLE), refusal(upgrade(elsewhere, base)));
    }

    @Test
    void countsOfAnOrderWhatItsFilesCostAndWasNotGivenBack() {
        var film = shop.offer("Film", new Pricing.Fixed(List.of(usd(500))), true, FILM);
        var base = shop.buy(request(film, null, null, 200, null));
        shop.stripe.refund(shop.stripe.paymentOf(url(base)), 100);
        shop.settle(base);
        assertEquals(usd(800 - (700 - 200 - 100)), charged(upgrade(shop.everything(800), base)));
    }

    private static String url(Begin.Begun order) {
        return Objects.requireNonNull(order.checkoutUrl());
    }

    @Test
    void takesMoneySetAsideWhenItsBuyerNoLongerOwnsTheFilm() {
        var offer = shop.film(500);
        var first = shop.buy(offer, ANN);
        var second = shop.begin(offer, ANN);
        shop.stripe.refund(shop.stripe.paymentOf(url(first)), 500);
        shop.settle(first);
        shop.pay(second, Shop.GOOD_CARD);
        assertEquals(Fulfilment.Outcome.GRANTED, shop.settle(second));
        assertEquals(Status.PAID, shop.status(second));
        assertEquals(List.of(FILM), shop.opens(second));
        assertEquals(500, shop.stripe.taken(url(second)));
    }

    @Test
    void neverTakesMoneyForWhatTheAddressOwns() {
        var offer = shop.film(500);
        var first = shop.buy(offer, ANN);
        shop.mails();

        var second = shop.begin(offer, "Ann@Example.com");
        assertTrue(Objects.requireNonNull(second.checkoutUrl()).contains("cs_"));
        assertEquals(List.of(Notices.Kind.OWNED), shop.mailKinds());
        shop.pay(second, Shop.GOOD_CARD);
        assertEquals(Fulfilment.Outcome.EXPIRED, shop.settle(second));

        assertEquals(Status.EXPIRED, shop.status(second));
        assertTrue(shop.orders.find(second.orderId(), second.orderToken()).orElseThrow().owned());
        assertEquals(List.of(), shop.opens(second));
        assertEquals(List.of(FILM), shop.opens(first));
        assertEquals(0, shop.stripe.taken(Objects.requireNonNull(second.checkoutUrl())));
    }

    @Test
    void givesBackWhatWasPaidTwiceAtTheSameTime() {
        var offer = shop.film(500);
        var first = shop.begin(offer, ANN);
        var second = shop.begin(offer, ANN);
        shop.pay(first, Shop.GOOD_CARD);
        shop.pay(second, Shop.GOOD_CARD);
        assertEquals(Fulfilment.Outcome.GRANTED, shop.settle(first));
        assertEquals(Fulfilment.Outcome.GRANTED, shop.settle(second));
        assertInstanceOf(Access.OwnedBefore.class, shop.keyring(second));
        assertEquals(List.of(Notices.Kind.RECEIPT, Notices.Kind.OWNED), shop.mailKinds());
        shop.reconcile();
        assertEquals(Status.PAID, shop.status(first));
        assertEquals(Status.REFUNDED, shop.status(second));
        assertEquals(usd(500), shop.seen(second).refunded());
        assertEquals(List.of(FILM), shop.opens(first));
    }

    @Test
    void sellsAGiftToWhomeverOwnsTheFilm() {
        var offer = shop.film(500);
        shop.buy(offer, ANN);
        var order = shop.buy(gift(offer, null, ""));
        assertEquals(Status.PAID, shop.status(order));
    }

    @Test
    void grantsForAnAddressWhenItIsProved() {
        var offer = shop.offer("Film", new Pricing.ForEmail("usd", "Write to me."), false, FILM);
        assertEquals(new Refusal.ConsentMissing(), refusal(Request.of(offer, ANN)));
        var order =
                shop.begin(new Request(offer, ANN, null, null, 0, null, null, null, true, null));
        assertTrue(order.confirm());
        assertEquals(Status.PENDING, shop.status(order));
        assertEquals(List.of(Notices.Kind.CONFIRM), shop.mailKinds());
        assertEquals(0, shop.orders.confirm("bob@example.com"));
        assertEquals(1, shop.orders.confirm(ANN));
        assertEquals(List.of(FILM), shop.opens(order));
        assertEquals(0, shop.orders.confirm(ANN));
        assertEquals(List.of(Notices.Kind.RECEIPT), shop.mailKinds());
        assertEquals(List.of(ANN), Leavers.of(shop.database, shop.bundle));
    }

    @Test
    void asksNoProofOfAnAddressThatNobodyCollects() {
        var order =
                shop.begin(
                        shop.offer("Film", new Pricing.Fixed(List.of(usd(0))), false, FILM), ANN);
        assertEquals(false, order.confirm());
        assertEquals(List.of(FILM), shop.opens(order));
        assertEquals(List.of(), Leavers.of(shop.database, shop.bundle));
    }

    private static Request keyed(UUID offer, String email, @Nullable String key) {
        return new Request(offer, email, null, null, 0, null, null, null, false, key);
    }

    @Test
    void answersARepeatedRequestWithTheSameOrder() {
        var offer = shop.film(500);
        var first = shop.begin(keyed(offer, ANN, KEY));
        var again = shop.begin(keyed(offer, ANN, KEY));
        assertEquals(first.orderId(), again.orderId());
        assertEquals(first.checkoutUrl(), again.checkoutUrl());
        assertNotEquals(first.orderToken(), again.orderToken());
        assertEquals(shop.keyring(first), shop.keyring(again));
        assertEquals(1, shop.orders.ofBundle(shop.bundle).size());
    }

    @Test
    void saysOfARepeatedRequestThatItsCheckoutHasExpired() {
        var offer = shop.film(500);
        shop.begin(keyed(offer, ANN, KEY));
        shop.clock.advance(Duration.ofHours(25));
        var again =
                assertInstanceOf(
                        Begin.Unavailable.class, shop.checkouts.begin(keyed(offer, ANN, KEY)));
        assertTrue(again.reason().contains("expired"), again.reason());
    }

    @Test
    void makesOneOrderOfManyEqualRequestsAtOnce() throws Exception {
        var offer = shop.film(500);
        Callable<Begin> begin = () -> shop.checkouts.begin(keyed(offer, ANN, KEY));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var orders =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> begin).toList()).stream()
                            .map(done -> (Begin.Begun) done.resultNow())
                            .map(Begin.Begun::orderId)
                            .distinct()
                            .count();
            assertEquals(1, orders);
        }
    }

    @Test
    void refusesAKeyForAnotherRequestAndOneThatCanBeGuessed() {
        var offer = shop.film(500);
        shop.begin(keyed(offer, ANN, KEY));
        assertEquals(
                new Begin.OtherRequest(),
                shop.checkouts.begin(keyed(offer, "bob@example.com", KEY)));
        assertEquals(
                new Begin.Refused(new Refusal.BadIdempotencyKey()),
                shop.checkouts.begin(keyed(offer, ANN, "1")));
    }

    @Test
    void sellsNoTierThatWasRemovedButTakesMoneyForWhatWasBegun() {
        var offer = shop.film(500);
        var order = shop.begin(offer, ANN);
        io.seedhouse.paygate.offer.Books.with(
                shop.database, book -> book.remove(shop.bundle, "Film"));
        assertEquals(new Refusal.NotOnSale(offer), refusal(Request.of(offer, "b@example.com")));
        shop.pay(order, Shop.GOOD_CARD);
        shop.settle(order);
        assertEquals(List.of(FILM), shop.opens(order));
    }

    @Test
    void letsTheBuyerCorrectTheAddressAndSendsTheReceiptThere() {
        var order = shop.buy(shop.film(500), "anm@example.com");
        assertEquals("anm@example.com", shop.mails().getFirst().recipient());
        shop.orders.correct(order.orderId(), order.orderToken(), ANN);
        var again = shop.mails();
        assertEquals(1, again.size());
        assertEquals(ANN, again.getFirst().recipient());
        assertEquals(1, shop.orders.ofAddress(ANN).size());
        assertEquals(List.of(), shop.orders.ofAddress("anm@example.com"));
        assertInstanceOf(
                Correction.Unknown.class,
                shop.orders.correct(order.orderId(), "guessed", "eve@example.com"));
    }

    @Test
    void sendsWhatWaitsToTheCorrectedAddressAndNothingWhenNothingChanges() {
        var order = shop.buy(shop.film(500), "anm@example.com");
        assertInstanceOf(Correction.InvalidEmail.class, correct(order, "no address"));
        correct(order, ANN);
        assertEquals(
                List.of(ANN),
                shop.mails().stream().map(mail -> mail.recipient()).distinct().toList());
        assertInstanceOf(Correction.Corrected.class, correct(order, ANN));
        assertEquals(List.of(), shop.mails());
    }

    private Correction correct(Begin.Begun order, String email) {
        return shop.orders.correct(order.orderId(), order.orderToken(), email);
    }

    @Test
    void letsAnAddressBeCorrectedFiveTimes() {
        var order = shop.buy(shop.film(500), ANN);
        correct(order, ANN);
        for (var n = 0; n < 5; n++) {
            assertInstanceOf(Correction.Corrected.class, correct(order, "a" + n + "@example.com"));
        }
        assertInstanceOf(Correction.TooOften.class, correct(order, "z@example.com"));
    }

    @Test
    void issuesMoreTokensToItsAddressOnly() {
        var order = shop.buy(shop.film(500), ANN);
        var token = shop.orders.issueToken(order.orderId(), "ANN@example.com").orElseThrow();
        assertEquals(shop.keyring(order), shop.keyring(order.orderId(), token));
        assertTrue(shop.orders.issueToken(order.orderId(), "eve@example.com").isEmpty());
    }

    @Test
    void sendsALibraryLinkToOwnersOnlyAndOnceAMinute() {
        shop.buy(shop.film(500), ANN);
        shop.mails();
        shop.orders.requestLibrary("stranger@example.com");
        shop.orders.requestLibrary("no address");
        shop.begin(shop.film(500), "undecided@example.com");
        shop.orders.requestLibrary("undecided@example.com");
        assertEquals(List.of(), shop.mailKinds());
        shop.orders.requestLibrary(ANN);
        shop.orders.requestLibrary("Ann@example.com");
        assertEquals(List.of(Notices.Kind.LIBRARY), shop.mailKinds());
        shop.clock.advance(Duration.ofMinutes(1));
        shop.orders.requestLibrary(ANN);
        assertEquals(List.of(Notices.Kind.LIBRARY), shop.mailKinds());
    }
}
