package io.seedhouse.publisher.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.packager.unlocking.Unlocker;
import io.seedhouse.packager.verifying.Verifier;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.job.TestJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals real files, and stops at every place where a server can be killed. */
abstract class SealingContract {
    @TempDir Path folder;
    private final TestDatabase database = database();
    private final byte[] film = new byte[3_000_000];
    private Home home = new Home();
    private Workshop workshop = new Workshop(home);
    private Format format = Format.HYBRID;
    private UUID ann = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        new Random(5).nextBytes(film);
        home = TestHome.in(folder);
        workshop = new Workshop(home);
        ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
    }

    @Test
    void sealsABundleThatAnyClientCanVerifyAndItsBuyersCanOpen() throws Exception {
        upload("film.mp4", Access.PAID, film);
        upload("teaser.mp4", Access.FREE, new byte[70_000]);
        start();
        sealFiles(2);
        finish();
        assertSealedAndSound();
    }

    @Test
    void goesOnBehindTheLastFinishedFileAfterAKill() throws Exception {
        upload("a.mp4", Access.PAID, film);
        upload("b.mp4", Access.PAID, film);
        start();
        sealNext(reader());
        Path first = growing().resolve("locked/a.mp4.age");
        byte[] before = Files.readAllBytes(first);
        Files.write(growing().resolve("locked/b.mp4.age"), new byte[1000]);
        sealFiles(1);
        assertArrayEquals(before, Files.readAllBytes(first));
        finish();
        assertSealedAndSound();
    }

    @Test
    void finishesAfterAKillBetweenTheMoveAndTheCommit() throws Exception {
        upload("a.mp4", Access.PAID, film);
        start();
        sealFiles(1);
        Plan plan = plan();
        Metainfo torrent = workshop.maker.make(plan);
        workshop.folders.moveInPlace(bundle, plan.name());
        sealFiles(0);
        finish();
        assertEquals(torrent.infohashV1Hex().orElseThrow(), get().infohashV1());
        assertSealedAndSound();
    }

    @Test
    void sealsAgainFromTheStartAfterAFailure() throws Exception {
        upload("a.mp4", Access.PAID, film);
        start();
        sealFiles(1);
        workshop.maker.make(plan());
        workshop.folders.moveInPlace(bundle, "tide");
        fail("The disk is full.");
        assertEquals(Status.DRAFT, get().status());
        assertEquals("The disk is full.", get().problem());
        upload("b.mp4", Access.FREE, new byte[10]);
        start();
        assertNull(get().problem());
        sealFiles(2);
        finish();
        assertSealedAndSound();
    }

    @Test
    void sealsAFileAgainWhoseCheckpointIsDamaged() throws Exception {
        BundleFile file = upload("a.mp4", Access.PAID, film);
        start();
        sealFiles(1);
        Files.write(workshop.folders.checkpoint(bundle, file.id()), new byte[] {1, 2, 3});
        sealFiles(1);
        finish();
        assertSealedAndSound();
    }

    @Test
    void refusesWhatCannotBeSealedAndSaysWhy() throws Exception {
        assertEquals(new Start.NoFiles(), begin(ann));
        assertInstanceOf(Start.NoSuchBundle.class, begin(database.publisher()));
        BundleFile file = upload("a.mp4", Access.PAID, film);
        Files.write(home.staging(bundle).resolve(file.id().toString()), new byte[7]);
        assertEquals(new Start.UnfinishedUpload("a.mp4"), begin(ann));
        Files.write(home.staging(bundle).resolve(file.id().toString()), film);
        start();
        assertEquals(new Start.NotADraft(Status.SEALING), begin(ann));
    }

    @Test
    void makesATorrentOfVersionOneAloneWhenAsked() throws Exception {
        upload("film.mp4", Access.PAID, film);
        upload("teaser.mp4", Access.FREE, new byte[70_000]);
        format = Format.V1;
        start();
        sealFiles(2);
        assertEquals(new Progress(3_070_000, 6_140_000, "encrypting"), progress());
        workshop.maker.make(plan());
        assertEquals(new Progress(6_140_000, 6_140_000, "encrypting"), progress());
        finish();
        assertSealedAndSound();
        assertEquals(Metainfo.Version.V1, Metainfo.read(home.torrent(bundle)).version());
        assertNull(get().infohashV2());
        assertNull(workshop.admitted.getLast().v2());
        assertFalse(String.valueOf(get().magnet()).contains("btmh"));
    }

    private Progress progress() {
        return database.inTransaction(em -> workshop.rows(em).bundles.progress(get()));
    }

    @Test
    void putsAFileSealedAtHomeInPlaceByteForByte() throws Exception {
        byte[] sealed = sealedAtHome("home.mp4");
        upload("a.mp4", Access.PAID, film);
        start();
        sealFiles(2);
        finish();
        Path placed = home.content(bundle).resolve("tide/locked/home.mp4.age");
        assertArrayEquals(sealed, Files.readAllBytes(placed));
        assertSealedAndSound();
    }

    @Test
    void refusesToSealWhileSomethingIsMadeOfAFile() throws Exception {
        BundleFile file = upload("a.mp4", Access.PAID, film);
        database.inTransaction(em -> TestJobs.waiting(em, ann, file));
        assertEquals(new Start.StillCutting(), begin(ann));
        database.inTransaction(em -> TestJobs.cancelled(em, ann, file));
        start();
    }

    @Test
    void refusesToSealWhatWasRefusedOrNotYetExamined() throws Exception {
        sealedAtHome("home.mp4");
        examine(null, false);
        assertEquals(new Start.StillChecked("home.mp4"), begin(ann));
        examine("It is cut short.", true);
        assertEquals(new Start.RefusedUpload("It is cut short."), begin(ann));
        examine(null, true);
        start();
    }

    /** What a file sealed at home came to at its examination. */
    private void examine(@Nullable String fault, boolean done) {
        database.inTransaction(em -> {
            BundleFile file = TestBundles.over(em).files(bundle).getFirst();
            file.startAgain(file.length());
            if (done) {
                file.examined(fault);
            }
            return file;
        });
    }

    private byte[] sealedAtHome(String name) throws IOException {
        BundleFile file = new BundleFile(bundle, name, Access.SEALED, 0);
        Path clear = Files.write(folder.resolve(name), film);
        Path sealed = folder.resolve(name + ".age");
        String recipient = workshop.recipients.forFile(bundle, file.paid());
        new FileSealer(1 << 20).encrypt(clear, sealed, recipient, name, n -> {});
        byte[] bytes = Files.readAllBytes(sealed);
        file.startAgain(bytes.length);
        file.examined(null);
        stage(file, bytes);
        return bytes;
    }

    @Test
    void refusesATierThatSellsADeletedFile() throws Exception {
        upload("a.mp4", Access.PAID, film);
        PaidFile gone = new PaidFile(UUID.randomUUID(), "a.mp4");
        workshop.offers.put(bundle, "The film", new Money(500, "usd"), List.of(gone));
        var refused = assertInstanceOf(Start.NotSellable.class, begin(ann));
        assertEquals(
                "The tier \"The film\" sells \"a.mp4\", which is no paid file of this bundle:"
                        + " upload it as a paid file, or save the tier without it.",
                refused.sentence());
        assertEquals(Status.DRAFT, get().status());
    }

    private void assertSealedAndSound() throws Exception {
        Bundle sealed = get();
        assertEquals(Status.SEALED, sealed.status());
        Metainfo torrent = Metainfo.read(home.torrent(bundle));
        assertEquals(torrent.infohashV1Hex().orElseThrow(), sealed.infohashV1());
        assertEquals(torrent.infohashV2Hex().orElse(null), sealed.infohashV2());
        assertEquals(sealed.infohashV1(), workshop.admitted.getLast().v1().hex());
        Path content = home.content(bundle).resolve("tide");
        assertEquals(List.of(), new Verifier(torrent).verify(content, n -> {}));
        assertFalse(Files.exists(home.staging(bundle)));
        assertFalse(Files.exists(home.work(bundle)));
        Path out = Files.createTempDirectory(folder, "out");
        new Unlocker(workshop.recipients.identities().values())
                .unlock(content.resolve("locked"), out, outcome -> {}, n -> {});
        try (var clear = Files.walk(out)) {
            List<Path> opened = clear.filter(Files::isRegularFile).toList();
            assertEquals(workshop.recipients.identities().size(), opened.size());
            for (Path path : opened) {
                assertArrayEquals(film, Files.readAllBytes(path));
            }
        }
    }

    private BundleFile upload(String name, Access access, byte[] bytes) throws IOException {
        BundleFile file = new BundleFile(bundle, name, access, bytes.length);
        return stage(file, bytes);
    }

    private BundleFile stage(BundleFile file, byte[] bytes) throws IOException {
        Files.createDirectories(home.staging(bundle));
        Files.write(home.staging(bundle).resolve(file.id().toString()), bytes);
        return database.inTransaction(em -> {
            em.persist(file);
            return file;
        });
    }

    private void start() {
        assertEquals(new Start.Started(), begin(ann));
    }

    private Start begin(UUID publisher) {
        return database.inTransaction(em -> workshop.rows(em).begin(publisher, bundle, format));
    }

    /** The chunk step; exactly {@code expected} files must be left to do. */
    private void sealFiles(int expected) throws Exception {
        PlanReader reader = reader();
        for (int i = 0; i < expected; i++) {
            sealNext(reader);
        }
        assertNull(reader.readItem());
    }

    private void sealNext(PlanReader reader) throws IOException {
        var todo = assertInstanceOf(PlanReader.Todo.class, reader.readItem());
        SealedFile done = workshop.sealedFiles.seal(todo.plan(), todo.item());
        workshop.sealedFiles.remember(todo.plan(), todo.item().file(), done);
    }

    private PlanReader reader() {
        return database.inTransaction(em -> {
            PlanReader opened = workshop.reader(em, bundle);
            try {
                opened.open(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return opened;
        });
    }

    private void finish() {
        database.inTransaction(em -> {
            try {
                return workshop.finish(em, bundle).process();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void fail(String sentence) {
        workshop.folders.clearWork(bundle);
        database.inTransaction(em -> {
            workshop.rows(em).fail(bundle, sentence);
            return sentence;
        });
    }

    private Plan plan() {
        return database.inTransaction(em -> workshop.rows(em).plan(bundle));
    }

    private Path growing() {
        return workshop.folders.growing(bundle, "tide");
    }

    private Bundle get() {
        return database.inTransaction(em -> TestBundles.over(em).find(ann, bundle).orElseThrow());
    }
}
