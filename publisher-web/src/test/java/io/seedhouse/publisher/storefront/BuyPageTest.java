package io.seedhouse.publisher.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.TorrentsInMemory;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.door.TestRequests;
import io.seedhouse.publisher.order.Buying;
import io.seedhouse.publisher.order.CheckoutsInMemory;
import io.seedhouse.publisher.order.TestOrders;
import io.seedhouse.publisher.page.Page;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BuyPageTest {
    private final TestDatabase database = TestDatabase.h2();
    private final OffersInMemory offers = new OffersInMemory();
    private final CheckoutsInMemory checkouts = new CheckoutsInMemory(offers);
    private final Buying buying = TestOrders.buying(checkouts);
    private final Bundle bundle;

    BuyPageTest() {
        UUID publisher = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.published(em, publisher, "First light"));
    }

    @Test
    void leadsAPlainPurchaseStraightToThePaymentPage() {
        Response answer = post(offer(usd(300)), "shown", "300");
        assertEquals(303, answer.getStatus());
        assertTrue(answer.getHeaderString("Location").contains("/cs_"));
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        List<NewCookie> cookies =
                Objects.requireNonNull(answer.getHeaders().get("Set-Cookie")).stream()
                        .map(c -> (NewCookie) c)
                        .toList();
        assertEquals(2, cookies.size(), "one for the page and one for the keyring");
        assertTrue(cookies.stream().allMatch(NewCookie::isHttpOnly));
    }

    @Test
    void takesAFormWithNothingButTheOfferAndAnAddress() {
        assertEquals(303, post(offer(usd(300))).getStatus());
    }

    @Test
    void leadsToTheOrderWhereNothingIsToBePaid() {
        Response answer = post(offer(usd(0)));
        assertTrue(answer.getHeaderString("Location").startsWith("/orders/"));
    }

    @Test
    void showsWhatACodeAndATipComeToBeforeItIsBought() {
        checkouts.codes.put("HALF", 50);
        Offer offer = offer(fixed(usd(300)), true);
        Response first = post(offer, "code", "HALF", "tip", "1");
        assertEquals(200, first.getStatus());
        ConfirmView bill = bill(first);
        assertEquals("$3.00", bill.price());
        assertEquals("−$1.50", bill.discount());
        assertEquals("$1.00", bill.tip());
        assertEquals("Pay $2.50", bill.button());
        assertTrue(checkouts.begun.isEmpty());

        Response second = confirm(bill);
        assertEquals(303, second.getStatus());
        assertEquals("HALF", checkouts.begun.getFirst().code());
        assertEquals(bill.key(), checkouts.begun.getFirst().idempotencyKey());
    }

    @Test
    void showsTheTotalAgainWhenItHasChangedAndBeginsNothing() {
        checkouts.codes.put("HALF", 50);
        ConfirmView bill = bill(post(offer(usd(300)), "code", "HALF"));
        checkouts.codes.put("HALF", 25);
        Response again = confirm(bill);
        assertEquals(409, again.getStatus());
        assertTrue(bill(again).changed());
        assertEquals("Pay $2.25", bill(again).button());
        assertTrue(checkouts.begun.isEmpty());
        assertEquals(303, confirm(bill(again)).getStatus());
    }

    @Test
    void noticesThatThePriceOnThePageIsAnOldOne() {
        Offer offer = offer(usd(300));
        offers.put(bundle.id(), offer.tier(), usd(500), List.of());
        Response answer = post(offer, "shown", "300");
        assertEquals(409, answer.getStatus());
        assertEquals("$5.00", bill(answer).total());
        assertTrue(checkouts.begun.isEmpty());
    }

    @Test
    void showsTheTotalInAnotherCurrencyFirst() {
        Offer offer = offer(fixed(usd(300), new Money(280, "eur")), false);
        assertEquals(303, post(offer, "currency", "usd").getStatus());
        Response answer = post(offer, "currency", "eur", "shown-eur", "280");
        assertEquals("Pay €2.80", bill(answer).button());
    }

    @Test
    void takesTheAmountThatTheBuyerNames() {
        var pricing = new Pricing.PayWhatYouWant(List.of(new Pricing.Range(usd(200), usd(500))));
        Offer offer = offer(pricing, false);
        assertEquals(303, post(offer, "amount", "7,50").getStatus());
        assertEquals(750, checkouts.begun.getFirst().amount());
        Response low = post(offer, "amount", "1");
        assertEquals(422, low.getStatus());
        assertEquals("The least for this is $2.00 USD.", form(low).refusal());
        assertEquals("1", Objects.requireNonNull(form(low).amount()).typed());
        assertEquals(422, post(offer, "amount", "much").getStatus());
    }

    @Test
    void asksForConsentAndPassesItOn() {
        Offer offer = offer(new Pricing.ForEmail("usd", "Write to me."), false);
        assertEquals(422, post(offer).getStatus());
        Response answer = post(offer, "consent", "yes");
        assertTrue(answer.getHeaderString("Location").startsWith("/orders/"));
    }

    @Test
    void buysAGiftForWhomeverIsNamed() {
        post(offer(usd(300)), "gift-email", "bob@audience.example", "gift-words", "For you");
        var gift = Objects.requireNonNull(checkouts.begun.getFirst().gift());
        assertEquals("bob@audience.example", gift.email());
        assertEquals("For you", gift.words());
        post(offer(usd(300)), "gift", "yes");
        assertNull(Objects.requireNonNull(checkouts.begun.getLast().gift()).email());
    }

    @Test
    void keepsWhatWasTypedBesideARefusal() {
        Response answer = post(offer(usd(300)), "code", "NONE", "gift-words", "For you");
        assertEquals(422, answer.getStatus());
        BuyForm form = form(answer);
        assertEquals("This code is unknown here: check how it is written.", form.refusal());
        assertEquals("NONE", form.typed().code());
        assertEquals("For you", form.typed().giftWords());
        assertEquals("fan@audience.example", form.typed().email());
    }

    @Test
    void refusesWordsThatAreTooLongOrNoText() {
        assertEquals(422, post(offer(usd(300)), "gift-words", "x".repeat(501)).getStatus());
        assertEquals(422, post(offer(usd(300)), "gift-words", "a\0b").getStatus());
    }

    @Test
    void makesWhoeverGuessesCodesWaitInTheCard() {
        Offer offer = offer(usd(300));
        for (int i = 0; i < 20; i++) {
            assertEquals(422, post(offer, "code", "GUESS-" + i).getStatus());
        }
        Response answer = post(offer, "code", "GUESS-20");
        assertEquals(429, answer.getStatus());
        assertNotNull(answer.getHeaderString("Retry-After"));
        assertTrue(Objects.requireNonNull(form(answer).refusal()).startsWith("Too many codes"));
    }

    @Test
    void sellsNoOfferOfAnotherBundle() {
        var put = offers.put(UUID.randomUUID(), "The film", usd(300), List.of());
        Offer foreign = ((PutOffer.Saved) put).offer();
        assertEquals(404, assertThrows(Refused.class, () -> post(foreign)).problem().status());
    }

    @Test
    void keepsWhatWasTypedOutOfLogs() {
        ConfirmView bill = bill(post(offer(fixed(usd(300)), true), "tip", "1"));
        assertFalse(bill.toString().contains("fan@"));
        assertFalse(bill.toString().contains(bill.key()));
    }

    private Response confirm(ConfirmView bill) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        bill.fields().forEach(field -> form.putSingle(field.name(), field.value()));
        form.putSingle("total", Long.toString(bill.minor()));
        form.putSingle("key", bill.key());
        return database.inTransaction(em -> page(em).buy(bundle.slug(), form));
    }

    private Response post(Offer offer, String... fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("offer", offer.id().toString());
        form.putSingle("email", "fan@audience.example");
        for (int i = 0; i < fields.length; i += 2) {
            form.putSingle(fields[i], fields[i + 1]);
        }
        return database.inTransaction(em -> page(em).buy(bundle.slug(), form));
    }

    private BuyPage page(EntityManager em) {
        BuyPage page = new BuyPage();
        page.bundles = TestBundles.over(em, offers);
        page.portraits = new Portraits();
        page.portraits.bundles = page.bundles;
        page.portraits.torrents = new TorrentsInMemory();
        page.buying = buying;
        page.onward = new Onward();
        page.onward.site = TestHome.site();
        page.clients = TestClients.direct();
        page.request = TestRequests.direct();
        return page;
    }

    private static ConfirmView bill(Response answer) {
        return (ConfirmView) answer.readEntity(Page.class).view();
    }

    private static BuyForm form(Response answer) {
        return ((BundleView) answer.readEntity(Page.class).view()).tiers().getFirst().form();
    }

    private Offer offer(Money price) {
        return offer(fixed(price), false);
    }

    private Offer offer(Pricing pricing, boolean tips) {
        var files = List.of(new PaidFile(UUID.randomUUID(), "film.mp4"));
        return ((PutOffer.Saved) offers.put(bundle.id(), "The film", pricing, tips, files)).offer();
    }

    private static Pricing fixed(Money... prices) {
        return new Pricing.Fixed(List.of(prices));
    }

    private static Money usd(long amount) {
        return new Money(amount, "usd");
    }
}
