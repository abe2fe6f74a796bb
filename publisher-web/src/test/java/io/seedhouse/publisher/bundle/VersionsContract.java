package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release.Additions.Bought;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A bundle whose key has leaked gets a version of it that takes its place. */
abstract class VersionsContract {
    @TempDir Path folder;
    private final TestDatabase database = database();
    private final OffersInMemory offers = new OffersInMemory();
    private UUID ann = UUID.randomUUID();
    private UUID old = UUID.randomUUID();
    private PaidFile film = new PaidFile(UUID.randomUUID(), "");

    abstract TestDatabase database();

    @BeforeEach
    void published() {
        ann = database.publisher();
        Texts texts = new Texts("Tide", "It turns.", Category.SHORT);
        old = bundles(b -> b.create(ann, texts)).id();
        film = add(old, "film.mp4", Access.PAID);
        add(old, "home.mp4", Access.SEALED);
        add(old, "teaser.mp4", Access.FREE);
        bundles(b -> b.putTier(ann, old, "Film", new Money(500, "usd"), List.of("film.mp4")));
        publish(old);
    }

    @Test
    void hasWordsFilesAndTiersOfTheOldOneAndNeedsNoUpload() {
        Bundle draft = begin(old);
        assertEquals(Status.DRAFT, draft.status());
        assertEquals("tide-2", draft.slug());
        assertEquals(
                List.of("Tide", "It turns.", Category.SHORT),
                List.of(draft.title(), draft.synopsis(), draft.category()));
        List<BundleFile> files = bundles(b -> b.files(draft.id()));
        assertEquals(
                Map.of(
                        "film.mp4", Access.RESEALED,
                        "home.mp4", Access.RESEALED,
                        "teaser.mp4", Access.FREE),
                files.stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        BundleFile::name, BundleFile::access)));
        Staging staging = TestBundles.staging(TestHome.in(folder));
        assertTrue(files.stream().allMatch(f -> staging.offset(f) == 5 && f.isSound()));
        Offer tier = offers.ofBundle(draft.id()).getFirst();
        assertEquals(new Money(500, "usd"), tier.price());
        assertEquals(List.of(file(draft.id(), "film.mp4")), tier.files());
        assertFalse(tier.files().contains(film), "under an identity of its own");
    }

    @Test
    void isBegunOnceHoweverOftenItIsAsked() {
        Bundle draft = begin(old);
        var known = assertInstanceOf(NewVersion.Known.class, ask(old));
        assertEquals(draft.id(), known.bundle().id());
        assertEquals(2, bundles(b -> b.ofPublisher(ann)).size());
    }

    private NewVersion ask(VersionKeys keys) {
        return database.inTransaction(em -> TestBundles.versions(em, offers).begin(ann, old, keys));
    }

    @Test
    void keepsItsPaidFilesAsTheyAreWhereItsPublisherWantsThat() {
        var begun = assertInstanceOf(NewVersion.Begun.class, ask(VersionKeys.KEPT));
        assertEquals(VersionKeys.KEPT, begun.draft().versionKeys());
        assertEquals(
                Set.of(Access.KEPT, Access.FREE),
                bundles(b -> b.files(begun.draft().id())).stream()
                        .map(BundleFile::access)
                        .collect(java.util.stream.Collectors.toSet()));
        assertInstanceOf(NewVersion.Known.class, ask(VersionKeys.KEPT));
        assertInstanceOf(NewVersion.OtherKeys.class, ask(VersionKeys.NEW));
    }

    @Test
    void addsToTheTierOfTheSameNameForWhoeverBoughtItOnceAndInNoOther() {
        UUID anew = begin(old).id();
        PaidFile more = add(anew, "more.mp4", Access.PAID);
        bundles(b ->
                b.putTier(
                        ann, anew, "Film", new Money(500, "usd"), List.of("film.mp4", "more.mp4")));
        bundles(b -> b.putTier(ann, anew, "More", new Money(500, "usd"), List.of("more.mp4")));
        publish(anew);
        var tiers = offers.releases.getLast().additions().tiers();
        assertEquals(Set.of(more), tiers.get(new Bought(old, "Film")));
        bundles(b -> b.edit(ann, anew, new Texts("Ebb", "", Category.SHORT)));
        assertEquals(Map.of(), offers.releases.getLast().additions().tiers(), "told once");
        UUID third = begin(anew).id();
        PaidFile last = add(third, "last.mp4", Access.PAID);
        bundles(b -> b.putTier(ann, third, "Film", new Money(500, "usd"), List.of("last.mp4")));
        publish(third);
        tiers = offers.releases.getLast().additions().tiers();
        assertEquals(Set.of(last), tiers.get(new Bought(old, "Film")), "of the first version");
        assertEquals(Set.of(last), tiers.get(new Bought(anew, "Film")), "and of the second");
    }

    @Test
    void isForThePublisherAloneAndForWhatWasPublished() {
        UUID ben = database.publisher();
        assertInstanceOf(
                NewVersion.NoSuchBundle.class,
                database.inTransaction(em -> TestBundles.versions(em, offers).begin(ben, old)));
        UUID draft = bundles(b -> b.create(ann, new Texts("Ebb", "", Category.FILM))).id();
        assertInstanceOf(NewVersion.NeverPublished.class, ask(draft));
        seal(draft);
        assertInstanceOf(NewVersion.NeverPublished.class, ask(draft));
        bundles(b -> b.withdraw(ann, old, "A leak."));
        assertEquals("tide-2", begin(old).slug(), "one that was withdrawn can have one");
    }

    @Test
    void takesThePlaceOfTheOldOneWhenItIsPublished() {
        UUID anew = begin(old).id();
        assertTrue(bundles(b -> b.newest(old)).isEmpty());
        publish(anew);
        assertEquals(
                Map.of(
                        film.id(), file(anew, "film.mp4"),
                        file(old, "home.mp4").id(), file(anew, "home.mp4")),
                offers.releases.getLast().replaces());
        assertEquals(List.of(old), offers.withdrawn);
        assertEquals(anew, bundles(b -> b.newest(old)).orElseThrow().id());
        assertEquals(List.of("tide-2"), slugs());
        assertTrue(bundles(b -> b.bySlug("tide")).isPresent(), "its page stays");
    }

    @Test
    void keepsTheOldOneOffSaleWhateverIsChangedOfIt() {
        publish(begin(old).id());
        offers.withdrawn.clear();
        bundles(b -> b.edit(ann, old, new Texts("Ebb", "", Category.SHORT), null));
        assertEquals(List.of(old), offers.withdrawn);
        bundles(b -> b.publish(ann, old, null));
        assertEquals(List.of(old, old), offers.withdrawn);
    }

    @Test
    void letsTheOldOneBeSoldAgainOnceTheNewOneIsWithdrawn() {
        UUID anew = begin(old).id();
        publish(anew);
        bundles(b -> b.withdraw(ann, anew, "A mistake."));
        offers.withdrawn.clear();
        bundles(b -> b.publish(ann, old, null));
        assertEquals(List.of(), offers.withdrawn);
        assertEquals(List.of("tide"), slugs());
    }

    @Test
    void opensWhatWasUploadedUnderTheNameOfAnOldFileAndNothingThatIsMore() {
        UUID anew = begin(old).id();
        database.inTransaction(em -> {
            em.remove(
                    TestBundles.over(em).files(anew).stream()
                            .filter(f -> f.name().equals("film.mp4"))
                            .findFirst()
                            .orElseThrow());
            return anew;
        });
        PaidFile recut = add(anew, "FILM.mp4", Access.PAID);
        add(anew, "more.mp4", Access.PAID);
        bundles(b -> b.putTier(ann, anew, "Film", new Money(1, "usd"), List.of("FILM.mp4")));
        publish(anew);
        Map<UUID, PaidFile> replaces = offers.releases.getLast().replaces();
        assertEquals(recut, replaces.get(film.id()));
        assertEquals(2, replaces.size());
    }

    @Test
    void isFollowedByAThird() {
        UUID second = begin(old).id();
        publish(second);
        UUID third = begin(second).id();
        publish(third);
        assertEquals(third, bundles(b -> b.newest(old)).orElseThrow().id());
        assertEquals(List.of(old, second, old), offers.withdrawn);
        bundles(b -> b.withdraw(ann, third, "A mistake."));
        assertEquals(second, bundles(b -> b.newest(old)).orElseThrow().id());
        assertTrue(bundles(b -> b.newest(second)).isEmpty());
    }

    private NewVersion ask(UUID bundle) {
        return database.inTransaction(em -> TestBundles.versions(em, offers).begin(ann, bundle));
    }

    private Bundle begin(UUID bundle) {
        return assertInstanceOf(NewVersion.Begun.class, ask(bundle)).draft();
    }

    private PaidFile add(UUID bundle, String name, Access access) {
        BundleFile file = new BundleFile(bundle, name, access, 5);
        return database.inTransaction(em -> {
            em.persist(file);
            return file.paid();
        });
    }

    private PaidFile file(UUID bundle, String name) {
        return bundles(b -> b.files(bundle)).stream()
                .filter(f -> f.name().equals(name))
                .map(BundleFile::paid)
                .findFirst()
                .orElseThrow();
    }

    private void publish(UUID bundle) {
        seal(bundle);
        assertInstanceOf(Publish.Published.class, bundles(b -> b.publish(ann, bundle, null)));
    }

    private void seal(UUID bundle) {
        bundles(b -> {
            Bundle sealed = b.find(ann, bundle).orElseThrow();
            sealed.startSealing(Format.HYBRID);
            sealed.seal("1".repeat(40), "2".repeat(64), "magnet:?xt=...");
            return sealed;
        });
    }

    private List<String> slugs() {
        return bundles(b -> b.catalogue("", null, 10)).items().stream().map(Bundle::slug).toList();
    }

    private <T> T bundles(Function<Bundles, T> question) {
        return database.inTransaction(em -> question.apply(TestBundles.over(em, offers)));
    }
}
