package io.seedhouse.publisher.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {
    private static final Instant NOW = Instant.parse("2026-12-24T20:00:00Z");
    private static final UUID ORDER = UUID.randomUUID();

    @Test
    void leadsAPaidOrderToItsKeyOnTheHostTheBuyerIsOn() {
        OrderView.Fetch fetch = fetch(receipt(Status.PAID, null).draw(0, NOW));
        assertEquals("/paygate/v1/orders/" + ORDER + "/keyring", fetch.keyring());
        assertTrue(fetch.ageLines().getFirst().contains("first-light/locked/film.mp4.age"));
    }

    @Test
    void holdsTheKeyBackUntilThePremiereButNotTheFilm() {
        OrderView view = receipt(Status.PAID, NOW.plusSeconds(1)).draw(0, NOW);
        assertNull(fetch(view).keyring());
        assertEquals(NOW.plusSeconds(1), view.premiere());
        assertNotNull(fetch(receipt(Status.PAID, NOW).draw(0, NOW)).keyring());
    }

    @Test
    void asksAgainByItselfWhilePendingButNotForEver() {
        assertEquals(
                "3;url=/orders/" + ORDER + "?asked=1",
                receipt(Status.PENDING, null).draw(0, NOW).refresh());
        assertNull(receipt(Status.PENDING, null).draw(40, NOW).refresh());
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING", "EXPIRED", "REFUNDED", "DISPUTED"})
    void givesNoKeyForAnOrderThatIsNotPaid(Status status) {
        assertNull(receipt(status, null).draw(0, NOW).fetch());
    }

    @Test
    void speaksTheReadersLanguage() {
        String page =
                Reader.of(Language.SPANISH)
                        .get(() -> page(receipt(Status.PAID, null).draw(0, NOW)));
        assertTrue(page.contains("<html lang=\"es\">"), page);
        assertTrue(page.contains("Guarda tu llave"), page);
        assertTrue(page.contains("Gracias. En tres pasos podrás verla."), page);
        assertFalse(page.contains("Keep your key"), page);
    }

    private static OrderView.Fetch fetch(OrderView view) {
        OrderView.Fetch fetch = view.fetch();
        assertNotNull(fetch);
        return fetch;
    }

    @Test
    void givesTheKeyOfAWithdrawnFilmAndSaysWhyThereIsNothingToFetch() {
        OrderView view = receipt(Status.PAID, null, "The rights have ended.").draw(0, NOW);
        assertEquals("/paygate/v1/orders/" + ORDER + "/keyring", fetch(view).keyring());
        String page = page(view);
        assertTrue(page.contains("The rights have ended."), page);
        assertFalse(page.contains("magnet:"), page);
        assertFalse(page.contains("bundle.torrent"), page);
    }

    @Test
    void leadsToTheNewVersionBesideTheOldOne() {
        Instant premiere = NOW.plusSeconds(60);
        var newer = new OrderView.Newer("first-light-2", "magnet:?y", premiere);
        BuyersOrder order = order(Kind.PURCHASE, Status.PAID, 0, false, false, false);
        OrderView view =
                new Receipt(order, "first-light", "magnet:?x", null, null, newer).draw(0, NOW);
        String page = page(view);
        for (String part :
                List.of(
                        "A new version is there",
                        "href=\"magnet:?x\"",
                        "href=\"magnet:?y\"",
                        "/b/first-light-2/bundle.torrent",
                        "Its part of the key opens")) {
            assertTrue(page.contains(part), page);
        }
        assertFalse(page(receipt(Status.PAID, null).draw(0, NOW)).contains("new version"));
    }

    @Test
    void asksForTheMailThatProvesTheAddressAndDoesNotTakeTheFormAway() {
        OrderView view = of(Kind.PURCHASE, Status.PENDING, 0, false, false, true).draw(0, NOW);
        assertTrue(view.sentence().contains("open its link to prove the address"));
        assertNull(view.refresh());
        assertNotNull(view.address());
    }

    @Test
    void offersToCorrectTheAddressOnceThePageStandsStill() {
        assertNull(receipt(Status.PENDING, null).draw(0, NOW).address());
        assertNotNull(receipt(Status.PENDING, null).draw(40, NOW).address());
        assertNotNull(receipt(Status.PAID, null).draw(0, NOW).address());
        assertNull(receipt(Status.EXPIRED, null).draw(0, NOW).address());
    }

    @Test
    void saysThatAMailCameBack() {
        String page = page(of(Kind.PURCHASE, Status.PAID, 0, false, true, false).draw(0, NOW));
        assertTrue(page.contains("A mail to ann@audience.example came back."), page);
        assertTrue(page.contains("action=\"/orders/" + ORDER + "/email\""), page);
        assertTrue(page.contains("<details open>"), page);
    }

    @Test
    void givesTheGiverALinkToHandOverAndNoKey() {
        OrderView view = of(Kind.GIFT, Status.PAID, 0, false, false, false).draw(0, NOW);
        assertNull(view.fetch());
        String page = page(view);
        assertTrue(page.contains("action=\"/orders/" + ORDER + "/gift-link\""), page);
        assertFalse(page.contains("keyring"), page);
    }

    @Test
    void givesTheKeyOfARedeemedGiftWithoutItsPrice() {
        OrderView view = of(Kind.REDEEMED, Status.PAID, 0, false, false, false).draw(0, NOW);
        assertNotNull(fetch(view).keyring());
        assertEquals("a gift", view.amount());
    }

    @Test
    void chargesNobodyForWhatTheyOwnAlready() {
        OrderView view = of(Kind.PURCHASE, Status.EXPIRED, 0, true, false, false).draw(0, NOW);
        assertEquals("You own this already", view.heading());
        assertEquals(
                "Nothing was charged; a mail with a link to your library is on its way.",
                view.sentence());
        assertNull(view.fetch());
        OrderView back = of(Kind.PURCHASE, Status.REFUNDED, 300, true, false, false).draw(0, NOW);
        assertTrue(back.sentence().startsWith("What you paid is on its way back;"));
    }

    @Test
    void saysNothingOfOwnersWhileAnybodyCouldBeAsking() {
        OrderView view = of(Kind.PURCHASE, Status.PENDING, 0, true, false, false).draw(0, NOW);
        assertEquals("Waiting for your payment", view.heading());
    }

    @Test
    void keepsTheKeyOpenWhereOnlyAPartWasGivenBack() {
        OrderView view = of(Kind.PURCHASE, Status.PAID, 100, false, false, false).draw(0, NOW);
        assertNotNull(fetch(view).keyring());
        assertEquals("$1.00 of it was given back. What you bought stays yours.", view.note());
    }

    @Test
    void saysThatKeysCannotBeTakenBack() {
        OrderView view = of(Kind.PURCHASE, Status.REFUNDED, 300, false, false, false).draw(0, NOW);
        assertTrue(
                view.sentence()
                        .contains(
                                "Keys you have fetched cannot be taken back and go on opening your"
                                        + " copy."));
    }

    @Test
    void offersHigherTiersForTheDifference() {
        OrderView.Upgrade upgrade =
                new OrderView.Upgrade("7", "Everything", "extras.mp4", "$2.00", 200, "a-key");
        String page = page(receipt(Status.PAID, null).draw(0, NOW).with(List.of(upgrade), null));
        assertTrue(page.contains("You pay the difference: $2.00."), page);
        assertTrue(page.contains("action=\"/orders/" + ORDER + "/upgrade\""), page);
        assertTrue(page.contains("name=\"total\" value=\"200\""), page);
    }

    @Test
    void keepsAddressesAndLinksOutOfLogs() {
        OrderView view =
                receipt(Status.PAID, null)
                        .draw(0, NOW)
                        .with(new OrderView.Gift("http://x/gift?token=secret", null));
        assertFalse(view.toString().contains("secret"));
        assertFalse(view.toString().contains("ann@"));
    }

    private static String page(OrderView view) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        ReceiptTest.class.getClassLoader(),
                        "io.seedhouse.publisher")
                .render("storefront/order.jte", view, html);
        return new String(html.toByteArray(), UTF_8);
    }

    private static Receipt receipt(Status status, @Nullable Instant premiere) {
        return receipt(status, premiere, null);
    }

    private static Receipt receipt(
            Status status, @Nullable Instant premiere, @Nullable String withdrawn) {
        return receipt(order(Kind.PURCHASE, status, 0, false, false, false), premiere, withdrawn);
    }

    private static Receipt of(
            Kind kind,
            Status status,
            long refunded,
            boolean owned,
            boolean bounced,
            boolean waitsForProof) {
        return receipt(order(kind, status, refunded, owned, bounced, waitsForProof), null, null);
    }

    private static Receipt receipt(
            BuyersOrder order, @Nullable Instant premiere, @Nullable String withdrawn) {
        return new Receipt(order, "first-light", "magnet:?x", premiere, withdrawn, null);
    }

    private static BuyersOrder order(
            Kind kind,
            Status status,
            long refunded,
            boolean owned,
            boolean bounced,
            boolean waitsForProof) {
        return new BuyersOrder(
                ORDER,
                UUID.randomUUID(),
                kind,
                "First light",
                "The film",
                "ann@audience.example",
                new Money(300, "usd"),
                new Money(refunded, "usd"),
                status,
                owned,
                bounced,
                waitsForProof,
                Instant.parse("2027-01-01T20:00:00Z"),
                null,
                List.of(new PaidFile(UUID.randomUUID(), "film.mp4")),
                "http://localhost:8080/paygate/v1/orders/" + ORDER + "/keyring");
    }
}
