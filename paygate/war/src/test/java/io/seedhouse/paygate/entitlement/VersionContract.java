package io.seedhouse.paygate.entitlement;

import static io.seedhouse.paygate.reconciliation.Shop.EXTRAS;
import static io.seedhouse.paygate.reconciliation.Shop.FILM;
import static io.seedhouse.paygate.reconciliation.Shop.GOOD_CARD;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Gifts.Redemption.Redeemed;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.keyvault.Vaults;
import io.seedhouse.paygate.offer.Books;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.reconciliation.Shop;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A bundle that was sold gets a new version under new identities. */
abstract class VersionContract {
    private static final String ANN = "ann@example.com";
    private static final PaidFile FILM_2 = new PaidFile(UUID.randomUUID(), FILM.name());
    private static final PaidFile EXTRAS_2 = new PaidFile(UUID.randomUUID(), EXTRAS.name());

    @TempDir Path home;

    private final Shop shop = new Shop(database()).listening();
    private final UUID second = UUID.randomUUID();
    private Begin.Begun order = new Begin.Begun(UUID.randomUUID(), "", null, false);

    abstract TestDatabase database();

    @BeforeEach
    void buy() {
        order = shop.buy(shop.film(500), ANN);
        shop.mails();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private void publishSecond(@Nullable Instant premiere) {
        shop.replace(
                shop.bundle, second, premiere, Map.of(FILM.id(), FILM_2, EXTRAS.id(), EXTRAS_2));
    }

    private void publishSecond() {
        publishSecond(null);
        shop.openVersions();
    }

    private boolean open() {
        return shop.database.inTransaction(
                db -> Succession.open(db, order.orderId(), shop.clock.instant()));
    }

    private Set<PaidFile> opens(Begin.Begun of) {
        return new HashSet<>(shop.opens(of));
    }

    @Test
    void opensToWhoeverBoughtTheOldOneAndTellsThemOnce() {
        publishSecond(null);
        assertTrue(open(), "it was missing");
        assertFalse(open(), "nothing is missing any more");
        assertEquals(Set.of(FILM, FILM_2), opens(order), "and no more than was bought");
        var mails = shop.mails();
        assertEquals(List.of(Kind.NEW_VERSION), mails.stream().map(Notice::kind).toList());
        assertEquals(order.orderId(), mails.getFirst().orderId());
        publishSecond();
        shop.openVersions();
        assertEquals(2, shop.opens(order).size());
        assertEquals(List.of(), shop.mailKinds());
        assertEquals(List.of(FILM.name()), shop.seen(order).grants());
    }

    @Test
    void putsTheIdentitiesOfBothIntoTheKeyringEachWithItsFolder() {
        Path keys = home.resolve("vault.json");
        String old = Vaults.recipient(shop.database, keys, shop.bundle, FILM);
        String anew = Vaults.recipient(shop.database, keys, second, FILM_2);
        var token = new OrderToken(order.orderToken());
        String before = Vaults.keyring(shop.database, keys, shop.gate, order.orderId(), token);
        assertTrue(before.contains("# film.mp4\n# public key: " + old), "as it was");
        publishSecond();
        String text = Vaults.keyring(shop.database, keys, shop.gate, order.orderId(), token);
        assertTrue(
                text.contains("# film.mp4, in the folder night-train\n# public key: " + old),
                "the old one");
        assertTrue(
                text.contains("# film.mp4, in the folder night-train-2\n# public key: " + anew),
                "the new one");
    }

    @Test
    void opensNothingToAnOrderWhoseMoneyWasGivenBack() {
        shop.stripe.refund(payment(), 500);
        shop.mails();
        publishSecond();
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
        assertEquals(List.of(), shop.mailKinds());
    }

    @Test
    void opensNothingToAnUpgradeThatCountedOnMoneyGivenBack() {
        var upgraded = shop.buy(Shop.upgrade(shop.everything(800), ANN, order));
        shop.stripe.refund(payment(), 500);
        publishSecond();
        assertEquals(List.of(), shop.opens(upgraded));
    }

    @Test
    void closesBothWhenTheMoneyIsGivenBackLater() {
        publishSecond();
        shop.stripe.refund(payment(), 500);
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
        publishSecond();
        assertEquals(List.of(), shop.opens(order));
    }

    @Test
    void opensBothWhenADisputeIsWonThatWasOpenMeanwhile() {
        var dispute = shop.stripe.dispute(payment(), "fraudulent");
        publishSecond();
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
        shop.stripe.decide(dispute, true);
        assertEquals(Set.of(FILM, FILM_2), opens(order));
    }

    @Test
    void opensAtOnceToMoneyForTheOldOneThatArrivesLate() {
        var late = shop.begin(shop.everything(800), "bob@example.com");
        publishSecond();
        shop.pay(late, GOOD_CARD);
        shop.settle(late);
        assertEquals(Set.of(FILM, EXTRAS, FILM_2, EXTRAS_2), opens(late));
        assertEquals(Status.PAID, shop.status(late));
    }

    @Test
    void opensToWhoeverRedeemsAGiftOfTheOldOne() {
        var gift = shop.buy(Shop.gift(shop.film(500), ANN, null, ""));
        publishSecond();
        var token = shop.gifts.issueToken(gift.orderId()).orElseThrow();
        var bobs = assertInstanceOf(Redeemed.class, shop.gifts.redeem(token, "bob@example.com"));
        var open =
                assertInstanceOf(
                        Access.Open.class, shop.keyring(bobs.orderId(), bobs.orderToken()));
        assertEquals(Set.of(FILM, FILM_2), new HashSet<>(open.files()));
    }

    @Test
    void opensAThirdVersionThroughTheSecond() {
        var third = UUID.randomUUID();
        var film3 = new PaidFile(UUID.randomUUID(), FILM.name());
        publishSecond(null);
        shop.replace(second, third, null, Map.of(FILM_2.id(), film3));
        shop.openVersions();
        assertEquals(Set.of(FILM, FILM_2, film3), opens(order));
        assertEquals(List.of(Kind.NEW_VERSION), shop.mailKinds(), "one mail for both steps");
    }

    private void publishSecondWith(PaidFile more, String tier) {
        shop.release(
                new Release(
                        second,
                        "Night Train",
                        "night-train-2",
                        null,
                        Set.of(FILM_2.id(), more.id()),
                        Map.of(FILM.id(), FILM_2),
                        Release.Extras.NONE,
                        new Release.Additions(
                                Map.of(
                                        new Release.Additions.Bought(shop.bundle, tier),
                                        Set.of(more)))));
    }

    @Test
    void opensWhatWasAddedToATierToWhoeverBoughtTheTierOfThatName() {
        var more = new PaidFile(UUID.randomUUID(), "making-of.mp4");
        var other = shop.buy(shop.everything(800), "bob@example.com");
        shop.mails();
        publishSecondWith(more, "Film");
        shop.openVersions();
        assertEquals(Set.of(FILM, FILM_2, more), opens(order));
        assertEquals(Set.of(FILM, EXTRAS, FILM_2), opens(other), "it is not of their tier");
        assertEquals(
                List.of(Kind.NEW_VERSION, Kind.NEW_VERSION), shop.mailKinds(), "one mail each");
        shop.openVersions();
        assertFalse(open(), "nothing is missing any more");
    }

    @Test
    void opensWhatWasAddedWhereNothingElseWasReplaced() {
        var more = new PaidFile(UUID.randomUUID(), "making-of.mp4");
        publishSecondWith(more, "Everything");
        var late = shop.begin(shop.everything(800), "bob@example.com");
        shop.openVersions();
        shop.pay(late, GOOD_CARD);
        shop.settle(late);
        assertEquals(Set.of(FILM, EXTRAS, FILM_2, more), opens(late), "money that comes late");
        var gift = shop.buy(Shop.gift(shop.everything(800), ANN, null, ""));
        assertEquals(Set.of(), opens(gift), "its giver gets nothing of it");
    }

    @Test
    void opensNothingAddedToAnOrderWhoseMoneyWasGivenBack() {
        var more = new PaidFile(UUID.randomUUID(), "making-of.mp4");
        shop.stripe.refund(payment(), 500);
        shop.mails();
        publishSecondWith(more, "Film");
        shop.openVersions();
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
        assertEquals(List.of(), shop.mailKinds());
    }

    @Test
    void keepsThePremiereOfTheNewOneAndOpensTheOldMeanwhile() {
        publishSecond(shop.clock.instant().plus(Duration.ofDays(3)));
        shop.openVersions();
        assertEquals(Set.of(FILM), opens(order));
        shop.clock.advance(Duration.ofDays(3));
        assertEquals(Set.of(FILM, FILM_2), opens(order));
    }

    @Test
    void sellsToNobodyAgainWhatTheyOwnByTheOldOne() {
        publishSecond();
        var again =
                Books.with(
                        shop.database,
                        book ->
                                assertInstanceOf(
                                                io.seedhouse.paygate.api.Offers.PutOffer.Saved
                                                        .class,
                                                book.put(
                                                        second,
                                                        "Film",
                                                        Shop.usd(500),
                                                        List.of(FILM_2)))
                                        .offer()
                                        .id());
        shop.mails();
        shop.buy(again, ANN);
        assertEquals(List.of(Kind.OWNED), shop.mailKinds());
    }

    @Test
    void looksADayLongForOrdersThatCouldNotSeeItAndLaterAtThoseThatArePaid() {
        publishSecond();
        var before = shop.database.statements();
        shop.openVersions();
        assertEquals(4, shop.database.statements() - before, "nothing but four looks");
        shop.clock.advance(Duration.ofDays(2));
        shop.openVersions();
        shop.database.inTransaction(db ->
                db.createNativeQuery("delete from paygate_entitlement where file_id = ?1")
                        .setParameter(1, FILM_2.id())
                        .executeUpdate());
        shop.openVersions();
        assertEquals(Set.of(FILM), opens(order), "it is not looked for any more");
        shop.publish(null);
        assertEquals(Set.of(FILM, FILM_2), opens(shop.buy(shop.film(500), "bob@example.com")));
    }

    @Test
    void opensOnceWhereSeveralServersDoSoTogether() throws Exception {
        for (int i = 0; i < 8; i++) {
            shop.buy(shop.film(500), "fan" + i + "@example.com");
        }
        shop.mails();
        publishSecond(null);
        Callable<@Nullable Void> round =
                () -> {
                    shop.openVersions();
                    return null;
                };
        try (var servers = Executors.newFixedThreadPool(3)) {
            for (var done : servers.invokeAll(List.of(round, round, round))) {
                done.get();
            }
        }
        assertEquals(9, shop.mailKinds().size());
        assertEquals(Set.of(FILM, FILM_2), opens(order));
    }

    private String payment() {
        return shop.stripe.paymentOf(Objects.requireNonNull(order.checkoutUrl()));
    }
}
