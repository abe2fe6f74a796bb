package io.seedhouse.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.NewVersion;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.Unsellable;
import io.seedhouse.publisher.recipient.RecipientsInMemory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UploadsContract {
    private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final Money PRICE = new Money(500, "usd");

    @TempDir Path folder;
    private final TestDatabase database = database();
    private final OffersInMemory offers = new OffersInMemory();
    private Staging staging = new Staging();
    private UUID ann = UUID.randomUUID();
    private UUID ben = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        staging = TestBundles.staging(TestHome.in(folder));
        ann = database.publisher();
        ben = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
    }

    @Test
    void takesAFileInPartsAndKnowsTheOffset() {
        UUID id = create("film.mp4");
        append(ann, id, 0, 4);
        assertEquals(4, find(id).offset());
        append(ann, id, 4, 6);
        assertTrue(find(id).finished());
    }

    @Test
    void refusesAWrongOffsetAndTellsTheRightOne() {
        UUID id = create("film.mp4");
        append(ann, id, 0, 4);
        assertEquals(new Append.WrongOffset(4), append(ann, id, 0, 4));
        assertEquals(4, find(id).offset());
    }

    @Test
    void letsAFileBeFreeInsteadOfSoldWhileItIsInADraft() {
        UUID id = create("film.mp4");
        assertInstanceOf(Share.Shared.class, ask(u -> u.share(ann, id, Access.FREE)));
        assertEquals(Access.FREE, find(id).file().access());
        assertInstanceOf(Share.Shared.class, ask(u -> u.share(ann, id, Access.PAID)));
        assertEquals(Access.PAID, find(id).file().access());
        assertInstanceOf(Share.NoSuchUpload.class, ask(u -> u.share(ben, id, Access.FREE)));
        database.inTransaction(em -> {
            TestBundles.over(em).find(ann, bundle).orElseThrow().startSealing(Format.HYBRID);
            return true;
        });
        assertInstanceOf(Share.NotADraft.class, ask(u -> u.share(ann, id, Access.FREE)));
        assertEquals(Access.PAID, find(id).file().access());
    }

    @Test
    void hidesUploadsFromEverybodyElse() {
        UUID id = create("film.mp4");
        assertTrue(ask(u -> u.find(ben, id)).isEmpty());
        assertInstanceOf(Append.NoSuchUpload.class, append(ben, id, 0, 4));
        assertInstanceOf(Delete.NoSuchUpload.class, ask(u -> u.delete(ben, id)));
        assertInstanceOf(Create.NoSuchBundle.class, create(ben, "other.mp4", 10));
        assertEquals(0, find(id).offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "a\0b", "a#b", "a%b", "con.mp4", "LPT1"})
    void refusesNamesThatSomeClientOrSystemCannotTake(String name) {
        assertInstanceOf(Create.BadName.class, create(ann, name, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Été.mp4", "ÉTÉ.MP4", "E\u0301te\u0301.mp4"})
    void refusesANameThatDiffersOnlyInCaseOrInTheFormOfItsAccents(String name) {
        create("été.mp4");
        assertEquals(new Create.NameTaken("été.mp4"), create(ann, name, 10));
    }

    @Test
    void goesOnWithTheSameFileWhileItIsUnfinishedAndRefusesItAfterwards() {
        UUID id = create("film.mp4");
        append(ann, id, 0, 4);
        var resumed = assertInstanceOf(Create.Resumed.class, create(ann, "film.mp4", 10));
        assertEquals(id, resumed.file().id());
        assertEquals(4, find(resumed.file().id()).offset());
        assertInstanceOf(Create.NameTaken.class, create(ann, "film.mp4", 11));
        append(ann, id, 4, 6);
        assertInstanceOf(Create.NameTaken.class, create(ann, "film.mp4", 10));
    }

    @Test
    void refusesAFileBeyondTheLongest() {
        assertEquals(new Create.TooLong(1 << 30), create(ann, "film.mp4", (1L << 30) + 1));
    }

    @Test
    void leavesTheFilesOfABundleAloneOnceItIsBeingSealed() {
        UUID id = create("film.mp4");
        append(ann, id, 0, 10);
        database.inTransaction(em -> {
            var sealing = TestBundles.over(em).find(ann, bundle).orElseThrow();
            sealing.startSealing(Format.HYBRID);
            return sealing;
        });
        assertEquals(new Create.NotADraft(Status.SEALING), create(ann, "b.mp4", 10));
        assertEquals(new Append.NotADraft(Status.SEALING), append(ann, id, 10, 0));
        assertEquals(new Delete.NotADraft(Status.SEALING), ask(u -> u.delete(ann, id)));
    }

    @Test
    void dropsAFileWithItsBytes() {
        UUID id = create("film.mp4");
        Path data = staging.data(find(id).file());
        assertTrue(Files.exists(data));
        assertInstanceOf(Delete.Deleted.class, ask(u -> u.delete(ann, id)));
        assertFalse(Files.exists(data));
        assertTrue(ask(u -> u.find(ann, id)).isEmpty());
    }

    @Test
    void aFileOfAnEarlierVersionNeedsNoBytesAndGivesWayToAnUpload() {
        UUID old = create("film.mp4");
        UUID version =
                database.inTransaction(em -> {
                    var sealed = TestBundles.over(em).find(ann, bundle).orElseThrow();
                    sealed.startSealing(Format.HYBRID);
                    sealed.seal("1".repeat(40), null, "magnet:?xt=...");
                    TestBundles.over(em).publish(ann, bundle, null);
                    return ((NewVersion.Begun) TestBundles.versions(em, offers).begin(ann, bundle))
                            .draft()
                            .id();
                });
        UUID copy =
                database.inTransaction(em -> TestBundles.over(em).files(version)).getFirst().id();
        assertTrue(find(copy).finished());
        assertInstanceOf(Append.Appended.class, append(ann, copy, 10, 0));
        assertInstanceOf(
                Create.NameTaken.class,
                ask(u -> u.create(ann, version, "film.mp4", Access.PAID, 10)));
        assertInstanceOf(Delete.Deleted.class, ask(u -> u.delete(ann, copy)));
        assertTrue(Files.exists(staging.data(find(old).file())), "the old one is left alone");
        assertInstanceOf(
                Create.Created.class,
                ask(u -> u.create(ann, version, "film.mp4", Access.PAID, 10)));
    }

    @Test
    void aTierSellsTheFileThatCameInPlaceOfADeletedOne() {
        PaidFile bonus = find(create("bonus.mp4")).file().paid();
        UUID first = create("film.mp4");
        offers.put(bundle, "Film", PRICE, List.of(find(first).file().paid(), bonus));
        assertInstanceOf(Delete.Deleted.class, ask(u -> u.delete(ann, first)));
        assertEquals("film.mp4", unsellable().orElseThrow().file());
        UUID second = create("film.mp4");
        assertEquals(
                List.of(new PaidFile(second, "film.mp4"), bonus),
                offers.ofBundle(bundle).getFirst().files());
        assertEquals(PRICE, offers.ofBundle(bundle).getFirst().price());
        assertTrue(unsellable().isEmpty());
    }

    @Test
    void aFreeFileDoesNotTakeThePlaceOfASoldOne() {
        UUID sold = create("film.mp4");
        offers.put(bundle, "Film", PRICE, List.of(find(sold).file().paid()));
        ask(u -> u.delete(ann, sold));
        ask(u -> u.create(ann, bundle, "film.mp4", Access.FREE, 10));
        assertEquals(new Unsellable("Film", "film.mp4"), unsellable().orElseThrow());
    }

    private Optional<Unsellable> unsellable() {
        return database.inTransaction(em -> TestBundles.over(em, offers).unsellable(bundle));
    }

    @Test
    void dropsWhatNobodyWentOnWithForSevenDaysAndKeepsWhatIsFinished() {
        UUID unfinished = create("a.mp4");
        UUID finished = create("b.mp4");
        append(ann, finished, 0, 10);
        expire(Duration.ofDays(7).minusHours(1));
        assertTrue(ask(u -> u.find(ann, unfinished)).isPresent());
        expire(Duration.ofDays(7).plusHours(1));
        assertTrue(ask(u -> u.find(ann, unfinished)).isEmpty());
        assertTrue(ask(u -> u.find(ann, finished)).isPresent());
    }

    private void expire(Duration later) {
        ask(u -> {
            u.dropExpired(Instant.now().plus(later));
            return u;
        });
    }

    private UUID create(String name) {
        BundleFile file = ((Create.Created) create(ann, name, 10)).file();
        return file.id();
    }

    private Create create(UUID publisher, String name, long length) {
        return ask(u -> u.create(publisher, bundle, name, Access.PAID, length));
    }

    private Append append(UUID publisher, UUID id, int offset, int count) {
        InputStream in = new ByteArrayInputStream(BYTES, offset, count);
        return ask(u -> u.append(publisher, id, offset, in));
    }

    private Upload find(UUID id) {
        return ask(u -> u.find(ann, id)).orElseThrow();
    }

    private <T> T ask(Function<Uploads, T> question) {
        return database.inTransaction(em ->
                question.apply(TestUploads.over(em, staging, offers, new RecipientsInMemory())));
    }
}
