package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class BundlesContract {
    private static final Languages LANGUAGES = new Languages(List.of("es", "pt-BR", "zxx"));
    private final PublicationsInMemory publications = new PublicationsInMemory();
    private final TestDatabase database = database();
    private final OffersInMemory offers = new OffersInMemory();
    private final TorrentsInMemory torrents = new TorrentsInMemory();
    private UUID ann = UUID.randomUUID();
    private UUID ben = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void people() {
        ann = database.publisher();
        ben = database.publisher();
    }

    @Test
    void savesNothingOverWhatSomebodyElseSavedMeanwhile() {
        Bundle draft = create("Tide");
        int seen = draft.revision();
        Texts hers = new Texts("Tide", "Hers.", Category.FILM, "Direction: Ann", LANGUAGES);
        Texts his = new Texts("Tide", "His.", Category.FILM, "Direction: Ben", LANGUAGES);
        assertInstanceOf(Edit.Edited.class, ask(b -> b.edit(ann, draft.id(), hers, seen)));
        var conflict =
                assertInstanceOf(Edit.Conflict.class, ask(b -> b.edit(ann, draft.id(), his, seen)));
        assertEquals(hers, conflict.bundle().texts());
        assertEquals(hers, ask(b -> b.find(ann, draft.id())).orElseThrow().texts());
        int now = conflict.bundle().revision();
        assertInstanceOf(Edit.Edited.class, ask(b -> b.edit(ann, draft.id(), his, now)));
    }

    @Test
    void takesTheSameWordsTwiceForOneChange() {
        Bundle draft = create("Tide");
        Texts words = new Texts("Tide", "Hers.", Category.FILM);
        ask(b -> b.edit(ann, draft.id(), words, draft.revision()));
        var again =
                assertInstanceOf(
                        Edit.Edited.class,
                        ask(b -> b.edit(ann, draft.id(), words, draft.revision())));
        assertEquals(draft.revision() + 1, again.bundle().revision());
    }

    @Test
    void showsADraftToItsPublisherOnly() {
        Bundle draft = create("Tide");
        assertTrue(ask(b -> b.find(ann, draft.id())).isPresent());
        assertTrue(ask(b -> b.find(ben, draft.id())).isEmpty());
        assertTrue(ask(b -> b.published(draft.id())).isEmpty());
        assertTrue(ask(b -> b.bySlug("tide")).isEmpty());
        assertTrue(ask(b -> b.ofPublisher(ben)).isEmpty());
    }

    @Test
    void givesTheSecondBundleOfATitleASlugOfItsOwnAndKeepsItWhenTheTitleChanges() {
        create("Tide");
        Bundle second = create("Tide");
        assertEquals("tide-2", second.slug());
        Texts texts = new Texts("Ebb", "", Category.SHORT);
        assertEquals(
                "tide-2",
                assertInstanceOf(Edit.Edited.class, ask(b -> b.edit(ann, second.id(), texts, null)))
                        .bundle()
                        .slug());
    }

    @Test
    void makesOneBundleHoweverOftenACreationIsRepeated() {
        Texts texts = new Texts("Tide", "", Category.FILM);
        Bundle first = ask(b -> b.create(ann, "key", texts));
        assertEquals(first.id(), ask(b -> b.create(ann, "key", texts)).id());
        assertNotEquals(first.id(), ask(b -> b.create(ann, "another", texts)).id());
        assertNotEquals(first.id(), ask(b -> b.create(ben, "key", texts)).id());
        assertNotEquals(create("Tide").id(), create("Tide").id());
    }

    @Test
    void letsNobodyElseEditPublishOrPrice() {
        Bundle draft = create("Tide");
        Texts texts = new Texts("Mine", "", Category.FILM);
        assertInstanceOf(Edit.NoSuchBundle.class, ask(b -> b.edit(ben, draft.id(), texts, null)));
        assertInstanceOf(Publish.NoSuchBundle.class, ask(b -> b.publish(ben, draft.id(), null)));
        assertInstanceOf(PutTier.NoSuchBundle.class, ask(b -> putTier(b, ben, draft, "a")));
    }

    @Test
    void pricesThePaidFilesATierNames() {
        Bundle draft = create("Tide");
        addFile(draft, "film.mp4");
        var saved = (PutTier.Saved) ask(b -> putTier(b, ann, draft, "film.mp4"));
        assertEquals("film.mp4", saved.offer().files().getFirst().name());
        assertInstanceOf(PutTier.Refused.class, ask(b -> putTier(b, ann, draft, "other.mp4")));
    }

    @Test
    void refusesToPublishATierThatSellsADeletedFileUntilItIsSavedAgain() {
        Bundle draft = create("Tide");
        offers.put(
                draft.id(),
                "Film",
                new Money(500, "usd"),
                List.of(new PaidFile(UUID.randomUUID(), "film.mp4")));
        addFile(draft, "film.mp4");
        seal(draft);
        var refused =
                assertInstanceOf(
                        Publish.NotSellable.class, ask(b -> b.publish(ann, draft.id(), null)));
        assertEquals(new Unsellable("Film", "film.mp4"), refused.what());
        assertEquals(List.of(), offers.releases);
        assertEquals(Status.SEALED, ask(b -> get(b, draft)).status());
        ask(b -> putTier(b, ann, draft, "film.mp4"));
        assertInstanceOf(Publish.Published.class, ask(b -> b.publish(ann, draft.id(), null)));
    }

    @Test
    void aFreeFileOfTheNameIsNotWhatATierSells() {
        Bundle draft = create("Tide");
        BundleFile free = new BundleFile(draft.id(), "film.mp4", Access.FREE, 5);
        Offer offer =
                new Offer(
                        UUID.randomUUID(),
                        draft.id(),
                        "Film",
                        new Money(500, "usd"),
                        List.of(free.paid()));
        assertEquals(
                new Unsellable("Film", "film.mp4"),
                Unsellable.among(List.of(offer), List.of(free)).orElseThrow());
    }

    @Test
    void publishesWhatIsSealedAndOnRepetitionChangesThePremiereOnly() {
        Bundle draft = create("Tide");
        assertEquals(
                new Publish.NotSealed(Status.DRAFT), ask(b -> b.publish(ann, draft.id(), null)));
        Bundle first = publish(draft);
        Instant premiere = Instant.parse("2027-01-01T00:00:00Z");
        var second = (Publish.Published) ask(b -> b.publish(ann, draft.id(), premiere));
        assertEquals(first.published(), second.bundle().published());
        assertEquals(premiere, offers.releases.getLast().premiere());
    }

    @Test
    void findsPublishedBundlesByTheirWordsAndTakesNoCharacterForAWildcard() {
        publish(create("100 % Tide"));
        publish(create("Ebb_1"));
        create("Tide, a draft");
        assertEquals(List.of("100-tide"), slugs("TIDE"));
        assertEquals(List.of("100-tide"), slugs("%"));
        assertEquals(List.of("ebb-1"), slugs("b_1"));
        assertEquals(List.of(), slugs("!"));
    }

    @Test
    void pagesThroughTheCatalogueWithEachBundleOnce() {
        for (int i = 0; i < 5; i++) {
            publish(create("Film " + i));
        }
        List<String> seen = new ArrayList<>();
        Shelf shelf = ask(b -> b.catalogue("", null, 2));
        while (true) {
            shelf.items().forEach(b -> seen.add(b.title()));
            String next = shelf.next();
            if (next == null) {
                break;
            }
            shelf = ask(b -> b.catalogue("", next, 2));
        }
        assertEquals(List.of("Film 4", "Film 3", "Film 2", "Film 1", "Film 0"), seen);
    }

    @Test
    void refusesAPlaceInTheCatalogueThatIsNone() {
        assertThrows(Invalid.class, () -> ask(b -> b.catalogue("", "nonsense", 2)));
    }

    @Test
    void tellsHowFarASealingIs() {
        Bundle draft = create("Tide");
        addFile(draft, "film.mp4");
        assertEquals(new Progress(0, 5), ask(b -> b.progress(get(b, draft))));
        Bundle done = publish(draft);
        assertEquals(new Progress(5, 5), ask(b -> b.progress(done)));
        assertNull(done.problem());
    }

    @Test
    void servesSellsAndListsAWithdrawnBundleNoMore() {
        Bundle bundle = publish(create("Tide"));
        Withdrawal gone = withdraw(bundle, "  The rights have ended. ").withdrawal();
        assertEquals("The rights have ended.", Objects.requireNonNull(gone).reason());
        assertEquals(Map.of(bundle.id(), "The rights have ended."), torrents.retired);
        assertEquals(List.of(bundle.id()), offers.withdrawn);
        assertEquals(List.of(), slugs(""));
        assertTrue(ask(b -> b.bySlug("tide")).isEmpty());
        assertTrue(ask(b -> b.published(bundle.id())).isEmpty());
        assertEquals(gone, ask(b -> b.everPublished("tide")).orElseThrow().withdrawal());
        ask(b -> b.edit(ann, bundle.id(), new Texts("Ebb", "", Category.FILM), null));
        assertEquals(1, offers.releases.size(), "other words put nothing on sale");
    }

    @Test
    void changesTheReasonOfAWithdrawnBundleAndNotTheMoment() {
        Bundle bundle = publish(create("Tide"));
        Withdrawal first = Objects.requireNonNull(withdraw(bundle, "One.").withdrawal());
        assertEquals(
                new Withdrawal("Another.", first.at()), withdraw(bundle, "Another.").withdrawal());
        assertEquals("Another.", torrents.retired.get(bundle.id()));
    }

    @Test
    void tellsOfAPublicationWhenItGoesOnSaleAndNotWhenItsPremiereMoves() {
        Bundle bundle = publish(create("Tide"));
        ask(b -> b.publish(ann, bundle.id(), Instant.now()));
        assertEquals(1, publications.told.size());
        assertEquals(bundle.id(), publications.told.getFirst().bundleId());
        assertEquals(ann, publications.told.getFirst().publisherId());
        withdraw(bundle, "A mistake.");
        ask(b -> b.publish(ann, bundle.id(), null));
        assertEquals(2, publications.told.size());
    }

    @Test
    void publishesAWithdrawnBundleAgainAsTheTorrentItWas() {
        Bundle first = publish(create("Tide"));
        withdraw(first, "A mistake.");
        var again = (Publish.Published) ask(b -> b.publish(ann, first.id(), null));
        assertEquals(Status.PUBLISHED, again.bundle().status());
        assertNull(again.bundle().withdrawal());
        assertEquals(first.published(), again.bundle().published());
        assertEquals(
                List.of(
                        new Torrent(
                                first.id(),
                                new Infohash("1".repeat(40)),
                                new Infohash("2".repeat(64)),
                                "tide")),
                torrents.admitted);
        assertEquals(2, offers.releases.size());
    }

    @Test
    void withdrawsWhatIsSealedAndNotYetPublishedToo() {
        Bundle draft = create("Tide");
        assertEquals(
                new Withdraw.NotSealed(Status.DRAFT),
                ask(b -> b.withdraw(ann, draft.id(), "Why.")));
        seal(draft);
        withdraw(draft, "Not yet.");
        assertTrue(ask(b -> b.everPublished("tide")).isEmpty(), "it never was");
        assertEquals("Not yet.", torrents.retired.get(draft.id()));
    }

    @Test
    void letsNobodyElseWithdrawAndNobodyWithoutAReasonOfOneLine() {
        Bundle bundle = publish(create("Tide"));
        assertInstanceOf(
                Withdraw.NoSuchBundle.class, ask(b -> b.withdraw(ben, bundle.id(), "Mine.")));
        for (String reason : List.of(" ", "x".repeat(201), "two\nlines", "a\u0007bell")) {
            assertThrows(Invalid.class, () -> ask(b -> b.withdraw(ann, bundle.id(), reason)));
        }
        withdraw(bundle, "x".repeat(200));
    }

    private Bundle withdraw(Bundle bundle, String reason) {
        return ((Withdraw.Withdrawn) ask(b -> b.withdraw(ann, bundle.id(), reason))).bundle();
    }

    @Test
    void keepsHowATierIsPaidForWhenAFileTakesTheOldOnesPlace() {
        Bundle draft = create("Tide");
        addFile(draft, "film.mp4");
        Pricing pricing =
                new Pricing.PayWhatYouWant(
                        List.of(new Pricing.Range(new Money(300, "usd"), new Money(700, "usd"))));
        ask(b -> b.putTier(ann, draft.id(), "Film", pricing, true, List.of("film.mp4")));
        BundleFile again = new BundleFile(draft.id(), "film.mp4", Access.PAID, 6);
        ask(b -> {
            b.takePlace(again);
            return b;
        });
        Offer offer = offers.ofBundle(draft.id()).getFirst();
        assertEquals(List.of(again.paid()), offer.files());
        assertEquals(pricing, offer.pricing());
        assertTrue(offer.tips());
    }

    @Test
    void removesATierForItsPublisherOnly() {
        Bundle draft = create("Tide");
        addFile(draft, "film.mp4");
        ask(b -> putTier(b, ann, draft, "film.mp4"));
        assertFalse(ask(b -> b.removeTier(ben, draft.id(), "Film")).booleanValue());
        assertFalse(ask(b -> b.removeTier(ann, draft.id(), "Other")).booleanValue());
        assertTrue(ask(b -> b.removeTier(ann, draft.id(), "Film")).booleanValue());
        assertEquals(List.of(), ask(b -> b.tiers(draft.id())));
    }

    private List<String> slugs(String q) {
        return ask(b -> b.catalogue(q, null, 10)).items().stream().map(Bundle::slug).toList();
    }

    private Bundle create(String title) {
        return ask(b -> b.create(ann, new Texts(title, "", Category.FILM)));
    }

    private PutTier putTier(Bundles bundles, UUID publisher, Bundle bundle, String file) {
        return bundles.putTier(
                publisher, bundle.id(), "Film", new Money(500, "usd"), List.of(file));
    }

    private void addFile(Bundle bundle, String name) {
        BundleFile file = new BundleFile(bundle.id(), name, Access.PAID, 5);
        database.inTransaction(em -> {
            em.persist(file);
            return file;
        });
    }

    private Bundle publish(Bundle draft) {
        seal(draft);
        return ((Publish.Published) ask(b -> b.publish(ann, draft.id(), null))).bundle();
    }

    private void seal(Bundle draft) {
        ask(b -> {
            Bundle bundle = get(b, draft);
            bundle.startSealing(Format.HYBRID);
            bundle.seal("1".repeat(40), "2".repeat(64), "magnet:?xt=...");
            return bundle;
        });
    }

    private Bundle get(Bundles bundles, Bundle bundle) {
        return bundles.find(ann, bundle.id()).orElseThrow();
    }

    private <T> T ask(Function<Bundles, T> question) {
        return database.inTransaction(em ->
                question.apply(TestBundles.over(em, offers, torrents, new Meter(), publications)));
    }
}
