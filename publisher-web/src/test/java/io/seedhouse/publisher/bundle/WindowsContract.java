package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Release;
import io.seedhouse.publisher.TestBodies;
import io.seedhouse.publisher.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The moments of a release are planned, moved, and come. */
abstract class WindowsContract {
    private static final String NOTHING = "{}";

    private final TestDatabase database = database();
    private final OffersInMemory offers = new OffersInMemory();
    private final TorrentsInMemory torrents = new TorrentsInMemory();
    private final PublicationsInMemory publications = new PublicationsInMemory();
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private UUID ann = UUID.randomUUID();
    private UUID film = UUID.randomUUID();
    private UUID extra = UUID.randomUUID();
    private UUID free = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        ann = database.publisher();
        bundle = ask(b -> b.create(ann, new Texts("Tide", "", Category.FILM))).id();
        film = add(bundle, "film.mp4", Access.PAID);
        extra = add(bundle, "making-of.mp4", Access.PAID);
        free = add(bundle, "teaser.mp4", Access.FREE);
    }

    private <T> T ask(Function<Bundles, T> question) {
        return database.inTransaction(em -> question.apply(over(em)));
    }

    private Bundles over(jakarta.persistence.EntityManager em) {
        Bundles bundles = TestBundles.over(em, offers, torrents, new Meter(), publications);
        bundles.clock = () -> now;
        return bundles;
    }

    private UUID add(UUID to, String name, Access access) {
        BundleFile file = new BundleFile(to, name, access, 5);
        return database.inTransaction(em -> {
            em.persist(file);
            return file.id();
        });
    }

    private void seal(UUID id) {
        ask(b -> {
            Bundle sealed = b.find(ann, id).orElseThrow();
            sealed.startSealing(Format.HYBRID);
            sealed.seal("1".repeat(40), "2".repeat(64), "magnet:?xt=...");
            return sealed;
        });
    }

    private Instant in(int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    private static String json(@Nullable Object... pairs) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            json.append(i == 0 ? "" : ",").append("\"%s\":".formatted(pairs[i]));
            json.append(pairs[i + 1] == null ? "null" : "\"" + pairs[i + 1] + "\"");
        }
        return json.append("}").toString();
    }

    private Planned plan(String json) {
        return ask(b -> b.plan(ann, bundle, Replan.of(TestBodies.of(json))));
    }

    private String refused(String json) {
        return assertInstanceOf(Planned.Refused.class, plan(json)).sentence();
    }

    private Publish publish(String json) {
        return publish(bundle, json);
    }

    private Publish publish(UUID id, String json) {
        return ask(b -> b.publishAs(ann, id, Replan.of(TestBodies.of(json))));
    }

    private Planned mark(UUID file, boolean isExtra) {
        return ask(b -> b.markExtra(ann, bundle, file, isExtra));
    }

    private Bundle shown() {
        return ask(b -> b.find(ann, bundle)).orElseThrow();
    }

    private boolean publishDue() {
        return ask(b -> b.teasersDue()).contains(bundle) && ask(b -> b.publishDue(bundle));
    }

    @Test
    void arePlannedInADraftAndKeptByPublishing() {
        assertInstanceOf(Planned.Done.class, plan(json("premiere", in(1), "extras", in(2))));
        mark(extra, true);
        seal(bundle);
        assertInstanceOf(Publish.Published.class, publish(NOTHING));
        Release told = offers.releases.getLast();
        assertEquals(in(1), told.premiere());
        assertEquals(new Release.Extras(in(2), Set.of(extra)), told.extras());
        publish(json("premiere", null));
        assertNull(offers.releases.getLast().premiere());
    }

    @Test
    void openAtOnceWithoutAPlanAsEver() {
        seal(bundle);
        publish(json("premiere", in(1)));
        assertEquals(in(1), offers.releases.getLast().premiere());
        publish(NOTHING);
        assertNull(offers.releases.getLast().premiere());
    }

    @Test
    void areRefusedOutOfOrderWithNothingChanged() {
        assertTrue(refused(json("teaser", in(2), "premiere", in(1))).contains("teaser"));
        assertEquals(Windows.NONE, shown().windows());
        seal(bundle);
        plan(json("extras", in(1)));
        var refused = assertInstanceOf(Publish.Refused.class, publish(json("premiere", in(2))));
        assertTrue(refused.sentence().contains("premiere"), refused.sentence());
        assertEquals(Status.SEALED, shown().status());
    }

    @Test
    void keepABundleSealedUntilItsTeaserAndThenPublishItOnce() {
        seal(bundle);
        var waiting =
                assertInstanceOf(
                        Publish.Waiting.class,
                        publish(json("teaser", in(1), "premiere", in(3), "preload", in(2))));
        assertEquals(Status.SEALED, waiting.bundle().status());
        assertEquals(List.of(), offers.releases);
        assertEquals(in(2), torrents.locked.get(bundle), "kept back from the first moment on");
        Instant teaser = in(1);
        now = teaser.minusMillis(1);
        assertFalse(publishDue());
        now = teaser;
        assertTrue(publishDue());
        assertFalse((boolean) ask(b -> b.publishDue(bundle)), "another server is too late");
        assertEquals(Status.PUBLISHED, shown().status());
        assertEquals(1, offers.releases.size());
        assertEquals(1, publications.told.size());
        assertEquals(teaser.plus(Duration.ofHours(2)), offers.releases.getLast().premiere());
    }

    @Test
    void publishAtTheTeaserWithoutAskingAgainAndNoDraftAndNothingWithdrawn() {
        plan(json("teaser", in(1)));
        now = in(1);
        assertFalse(publishDue(), "a draft");
        seal(bundle);
        ask(b -> b.withdraw(ann, bundle, "A mistake."));
        assertFalse(publishDue(), "withdrawn");
        publish(NOTHING);
        assertEquals(Status.PUBLISHED, shown().status());
    }

    @Test
    void tellThePublisherWhyABundleCouldNotBePublishedAtItsTeaser() {
        seal(bundle);
        offers.put(
                bundle,
                "Film",
                new io.seedhouse.paygate.api.Money(500, "usd"),
                List.of(new io.seedhouse.paygate.api.PaidFile(UUID.randomUUID(), "gone.mp4")));
        publish(json("teaser", in(1)));
        plan(json("teaser", in(1)));
        now = in(1);
        assertFalse(publishDue());
        assertTrue(String.valueOf(shown().problem()).contains("gone.mp4"));
        ask(b -> b.removeTier(ann, bundle, "Film"));
        assertTrue(publishDue());
        assertNull(shown().problem());
    }

    @Test
    void cannotCloseWhatIsPublic() {
        seal(bundle);
        publish(NOTHING);
        assertTrue(refused(json("teaser", in(1))).contains("public since"));
        assertTrue(refused(json("preload", in(1))).contains("can be fetched since"));
        mark(extra, true);
        assertTrue(refused(json("extras", in(1))).contains("they are open since"));
        assertEquals(Windows.NONE, shown().windows());
    }

    @Test
    void moveLaterAndEarlierUntilTheyHaveComeAndOnlyEarlierIsAlwaysAllowed() {
        mark(extra, true);
        seal(bundle);
        publish(json("extras", in(5)));
        assertInstanceOf(Planned.Done.class, plan(json("extras", in(9))));
        assertEquals(in(9), offers.releases.getLast().extras().opens());
        assertInstanceOf(Planned.Done.class, plan(json("extras", in(1))));
        now = in(1);
        assertTrue(refused(json("extras", in(1))).contains("they are open since"));
        assertInstanceOf(Planned.Done.class, plan(json("extras", null)));
    }

    @Test
    void markFilesAsExtrasUntilTheyAreOpen() {
        seal(bundle);
        publish(json("premiere", in(1), "extras", in(2)));
        assertInstanceOf(Planned.Done.class, mark(extra, true));
        assertEquals(Set.of(extra), offers.releases.getLast().extras().files());
        now = in(1);
        var open = assertInstanceOf(Planned.Refused.class, mark(film, true)).sentence();
        assertTrue(open.contains("\"film.mp4\" is open since"), open);
        assertInstanceOf(Planned.Done.class, mark(extra, false), "opens it at once");
        assertInstanceOf(Planned.Refused.class, mark(extra, true), "and it stays open");
        assertTrue(
                assertInstanceOf(Planned.Refused.class, mark(free, true))
                        .sentence()
                        .contains("is free"));
    }

    @Test
    void belongToThePublisherAlone() {
        UUID ben = database.publisher();
        Replan wish = Replan.of(TestBodies.of(json("premiere", in(1))));
        assertInstanceOf(Planned.NoSuchBundle.class, ask(b -> b.plan(ben, bundle, wish)));
        assertInstanceOf(
                Planned.NoSuchBundle.class, ask(b -> b.markExtra(ben, bundle, extra, true)));
        UUID bens = ask(b -> b.create(ben, new Texts("Ebb", "", Category.FILM))).id();
        assertInstanceOf(Planned.NoSuchFile.class, ask(b -> b.markExtra(ben, bens, extra, true)));
        assertEquals(Windows.NONE, shown().windows());
    }

    @Test
    void waitWhileABundleIsWithdrawn() {
        seal(bundle);
        ask(b -> b.withdraw(ann, bundle, "A mistake."));
        assertInstanceOf(Planned.Withdrawn.class, plan(json("premiere", in(1))));
        assertInstanceOf(Planned.Withdrawn.class, mark(extra, true));
    }

    private Bundle begin(VersionKeys keys) {
        return database.inTransaction(em -> {
            Versions versions = TestBundles.versions(em, offers);
            versions.bundles = over(em);
            return assertInstanceOf(NewVersion.Begun.class, versions.begin(ann, bundle, keys))
                    .draft();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "KEPT"})
    void areTakenOverByANewVersionWhichOpensNothingBefore(String keys) {
        mark(extra, true);
        seal(bundle);
        publish(json("extras", in(5)));
        Bundle version = begin(VersionKeys.valueOf(keys));
        assertEquals(new Windows(null, null, null, in(5)), version.windows());
        seal(version.id());
        var early =
                assertInstanceOf(
                        Publish.Refused.class, publish(version.id(), json("extras", in(4))));
        assertTrue(early.sentence().contains("in the version before"), early.sentence());
        assertInstanceOf(Publish.Published.class, publish(version.id(), NOTHING));
        Release told = offers.releases.getLast();
        assertEquals(in(5), told.extras().opens());
        assertEquals(1, told.extras().files().size());
        assertTrue(refused(json("extras", in(4))).contains("has taken its place"));
        assertInstanceOf(Planned.Refused.class, mark(extra, false));
    }

    @Test
    void giveAFileThatTakesAnothersPlaceItsMark() {
        mark(extra, true);
        seal(bundle);
        publish(json("extras", in(5)));
        UUID version = begin(VersionKeys.KEPT).id();
        database.inTransaction(em -> {
            Bundles bundles = over(em);
            bundles.files(version).stream()
                    .filter(f -> f.name().equals("making-of.mp4"))
                    .forEach(em::remove);
            em.flush();
            BundleFile recut = new BundleFile(version, "Making-of.mp4", Access.PAID, 7);
            em.persist(recut);
            bundles.inheritMark(recut);
            assertTrue(recut.extra());
            return recut;
        });
    }

    /**
     * Whatever a publisher does in whatever order, what the paygate was told last opens no file
     * that the plan shown to the publisher keeps shut, and no extra that was open is shut again.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void openNoKeyBeforeItsMomentInNoSequenceOfChanges(long seed) {
        Random random = new Random(seed);
        plan(json("premiere", in(3), "extras", in(6)));
        mark(extra, true);
        seal(bundle);
        boolean extraWasOpen = false;
        for (int step = 0; step < 60; step++) {
            Instant premiereBefore = shown().windows().premiere();
            act(random);
            Bundle is = shown();
            if (is.published() == null || offers.releases.isEmpty()) {
                continue;
            }
            Release told = offers.releases.getLast();
            boolean marked = told.extras().files().contains(extra);
            assertEquals(is.windows().premiere(), told.premiere(), "step " + step);
            assertEquals(is.windows().extras(), told.extras().opens(), "step " + step);
            boolean open =
                    marked ? is.windows().openAt(now).extras() : is.windows().openAt(now).keys();
            boolean premiereMoved =
                    !java.util.Objects.equals(premiereBefore, is.windows().premiere());
            assertTrue(open || !extraWasOpen || premiereMoved, "shut again in step " + step);
            extraWasOpen = open;
        }
        assertFalse(offers.releases.isEmpty(), "it was published");
    }

    private void act(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            case 1 -> mark(extra, random.nextBoolean());
            case 2 -> publish(wish(random));
            case 3 -> publish(NOTHING);
            case 4 -> publishDue();
            default -> plan(wish(random));
        }
    }

    private String wish(Random random) {
        Map<String, @Nullable Instant> wish = new HashMap<>();
        for (Window window : Window.values()) {
            if (random.nextBoolean()) {
                Instant moment = now.plus(Duration.ofMinutes(random.nextInt(400) - 100));
                wish.put(window.label(), random.nextInt(5) == 0 ? null : moment);
            }
        }
        return json(
                wish.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray());
    }
}
