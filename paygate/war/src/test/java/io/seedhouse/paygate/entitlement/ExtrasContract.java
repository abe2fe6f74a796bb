package io.seedhouse.paygate.entitlement;

import static io.seedhouse.paygate.reconciliation.Shop.EXTRAS;
import static io.seedhouse.paygate.reconciliation.Shop.FILM;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Gifts.Redemption.Redeemed;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.keyvault.Vaults;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.reconciliation.Shop;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Some files of a bundle open later than its premiere, and by no path before. */
abstract class ExtrasContract {
    private static final String ANN = "ann@example.com";
    private static final Set<UUID> MARKED = Set.of(EXTRAS.id());

    @TempDir Path home;

    private final Shop shop = new Shop(database()).listening();
    private final Instant premiere = shop.clock.instant().plus(Duration.ofDays(1));
    private final Instant extras = premiere.plus(Duration.ofDays(30));

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        shop.close();
    }

    private void plan(@Nullable Instant opens, @Nullable Instant later) {
        shop.publish(opens, new Release.Extras(later, MARKED));
    }

    private void at(Instant moment) {
        shop.clock.advance(Duration.between(shop.clock.instant(), moment));
    }

    private Begin.Begun everything() {
        return shop.buy(shop.everything(800), ANN);
    }

    private String keyring(Begin.Begun order) {
        var token = new OrderToken(order.orderToken());
        Path keys = home.resolve("vault.json");
        return Vaults.keyring(shop.database, keys, shop.gate, order.orderId(), token);
    }

    @Test
    void opensTheFilmAtItsPremiereAndTheExtraAtItsMomentToTheMillisecond() {
        plan(premiere, extras);
        var order = everything();
        at(premiere.minusMillis(1));
        var early = assertInstanceOf(Access.TooEarly.class, shop.keyring(order));
        assertEquals(premiere, early.opens());
        at(premiere);
        assertEquals(List.of(FILM), shop.opens(order));
        at(extras.minusMillis(1));
        assertEquals(List.of(FILM), shop.opens(order));
        at(extras);
        assertEquals(Set.of(FILM, EXTRAS), new HashSet<>(shop.opens(order)));
    }

    @Test
    void saysInTheKeyringWhichKeyComesLaterAndWhen() {
        Path keys = home.resolve("vault.json");
        Vaults.recipient(shop.database, keys, shop.bundle, FILM);
        String later = Vaults.recipient(shop.database, keys, shop.bundle, EXTRAS);
        plan(null, Instant.parse("2999-01-31T18:00:00Z"));
        String text = keyring(everything());
        assertTrue(text.contains("# film.mp4\n# public key: "), "what is open");
        assertFalse(text.contains(later), "the extra's key is not there");
        assertEquals(1, text.split("AGE-SECRET-KEY-1", -1).length - 1);
        assertTrue(
                text.contains(
                        "# Not in it yet: extras.mp4, in the folder night-train. Its key comes on"
                                + " 2999-01-31 at 18:00:00 UTC; fetch the keyring again then.\n"),
                "and says so");
    }

    @Test
    void saysTooEarlyToWhoeverBoughtNothingButExtras() {
        plan(null, extras);
        var offer =
                shop.offer(
                        "Extras",
                        new io.seedhouse.paygate.api.Pricing.Fixed(List.of(Shop.usd(300))),
                        false,
                        EXTRAS);
        var early = assertInstanceOf(Access.TooEarly.class, shop.keyring(shop.buy(offer, ANN)));
        assertEquals(extras, early.opens());
    }

    @Test
    void keepsTheExtraBackFromGiftsUpgradesAndWhoeverHasFetchedBefore() {
        plan(null, extras);
        var film = shop.buy(shop.film(500), ANN);
        var upgraded = shop.buy(Shop.upgrade(shop.everything(800), ANN, film));
        assertEquals(List.of(FILM), shop.opens(upgraded));
        assertEquals(List.of(FILM), shop.opens(upgraded), "however often it is fetched");
        var gift = shop.buy(Shop.gift(shop.everything(800), ANN, null, ""));
        var token = shop.gifts.issueToken(gift.orderId()).orElseThrow();
        var bobs = assertInstanceOf(Redeemed.class, shop.gifts.redeem(token, "bob@example.com"));
        var open =
                assertInstanceOf(
                        Access.Open.class, shop.keyring(bobs.orderId(), bobs.orderToken()));
        assertEquals(List.of(FILM), open.files());
        at(extras);
        assertEquals(2, shop.opens(upgraded).size());
    }

    @Test
    void keepsTheExtraBackFromBuyersOfAnEarlierVersion() {
        var order = everything();
        var film2 = new PaidFile(UUID.randomUUID(), FILM.name());
        var extra2 = new PaidFile(UUID.randomUUID(), "making-of.mp4");
        var second = UUID.randomUUID();
        shop.release(
                new Release(
                        second,
                        "Night Train",
                        "night-train-2",
                        null,
                        Set.of(film2.id(), extra2.id()),
                        Map.of(FILM.id(), film2),
                        new Release.Extras(extras, Set.of(extra2.id())),
                        new Release.Additions(
                                Map.of(
                                        new Release.Additions.Bought(shop.bundle, "Everything"),
                                        Set.of(extra2)))));
        shop.openVersions();
        assertEquals(Set.of(FILM, EXTRAS, film2), new HashSet<>(shop.opens(order)));
        shop.mails();
        at(extras);
        assertEquals(Set.of(FILM, EXTRAS, film2, extra2), new HashSet<>(shop.opens(order)));
        shop.announce();
        assertEquals(List.of(Kind.EXTRAS), shop.mailKinds(), "they were promised it");
    }

    @Test
    void neverOpensAnExtraBeforeThePremiereWhateverItsMomentSays() {
        plan(premiere, shop.clock.instant());
        var order = everything();
        assertInstanceOf(Access.TooEarly.class, shop.keyring(order));
        at(premiere);
        assertEquals(2, shop.opens(order).size());
    }

    @Test
    void opensAnExtraWithThePremiereWhereNoMomentIsSet() {
        plan(premiere, null);
        var order = everything();
        at(premiere);
        assertEquals(2, shop.opens(order).size());
        shop.announce();
        assertFalse(shop.mailKinds().contains(Kind.EXTRAS), "the premiere was told");
    }

    @Test
    void tellsOnceWhoeverOwnsAnExtraThatItIsOpen() {
        plan(null, extras);
        everything();
        shop.buy(shop.film(500), "bob@example.com");
        shop.mails();
        at(extras.minusMillis(1));
        shop.announce();
        assertEquals(List.of(), shop.mailKinds());
        at(extras);
        shop.announce();
        shop.announce();
        var mails = shop.mails();
        assertEquals(List.of(Kind.EXTRAS), mails.stream().map(m -> m.kind()).toList());
        assertEquals(ANN, mails.getFirst().recipient());
        shop.buy(shop.everything(800), "eve@example.com");
        shop.announce();
        assertEquals(List.of(Kind.RECEIPT), shop.mailKinds(), "who comes later finds it open");
    }

    @Test
    void tellsOnceWhoeverOwnsAnExtraThatItsMomentHasMoved() {
        plan(null, extras);
        everything();
        shop.buy(shop.film(500), "bob@example.com");
        shop.announce();
        shop.mails();
        var moved = extras.plus(Duration.ofDays(7));
        plan(null, moved);
        shop.buy(shop.everything(800), "eve@example.com");
        shop.mails();
        shop.announce();
        shop.announce();
        var mails = shop.mails();
        assertEquals(List.of(Kind.EXTRAS_MOVED), mails.stream().map(m -> m.kind()).toList());
        assertEquals(moved, mails.getFirst().premiere());
        plan(null, null);
        shop.announce();
        assertEquals(2, shop.mails().stream().filter(m -> m.premiere() == null).count());
    }

    /** However plans change, a key is out if and only if the plan of that moment says so. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void givesNoKeyOutBeforeThePlanOfTheMomentSaysSo(long seed) {
        var random = new Random(seed);
        plan(premiere, extras);
        var orders = List.of(everything(), shop.buy(shop.everything(800), "bob@example.com"));
        for (int step = 0; step < 25; step++) {
            Instant now = shop.clock.instant();
            @Nullable Instant opens = moment(random, now);
            @Nullable Instant later = moment(random, now);
            Set<UUID> marked = random.nextInt(4) == 0 ? Set.of() : MARKED;
            shop.publish(opens, new Release.Extras(later, marked));
            boolean film = opens == null || !now.isBefore(opens);
            boolean extra = film && (marked.isEmpty() || later == null || !now.isBefore(later));
            for (var order : orders) {
                var open = new HashSet<>(shop.opens(order));
                assertEquals(film, open.contains(FILM), "film, step " + step);
                assertEquals(extra, open.contains(EXTRAS), "extra, step " + step);
            }
            shop.clock.advance(Duration.ofMillis(random.nextInt(3)));
        }
    }

    /** Close to the present, so that the exact moment is met again and again. */
    private static @Nullable Instant moment(Random random, Instant now) {
        return random.nextInt(5) == 0 ? null : now.plusMillis(random.nextInt(5) - 2);
    }
}
