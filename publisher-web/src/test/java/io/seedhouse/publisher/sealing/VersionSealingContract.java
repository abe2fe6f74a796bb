package io.seedhouse.publisher.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.verifying.Verifier;
import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.NewVersion;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.VersionKeys;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A new version is sealed from what lies sealed in the old one, and leaves that as it is. */
abstract class VersionSealingContract {
    @TempDir Path folder;
    private final TestDatabase database = database();
    private final byte[] film = new byte[3_000_000];
    private Home home = new Home();
    private Workshop workshop = new Workshop(home);
    private UUID ann = UUID.randomUUID();
    private UUID old = UUID.randomUUID();
    private UUID anew = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void begun() throws Exception {
        new Random(5).nextBytes(film);
        home = TestHome.in(folder);
        workshop = new Workshop(home);
        ann = database.publisher();
        old = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
        upload("film.mp4", Access.PAID, film);
        upload("teaser.mp4", Access.FREE, new byte[70_000]);
        seal(old);
        database.inTransaction(em -> TestBundles.over(em).publish(ann, old, null));
        var version =
                database.inTransaction(
                        em -> TestBundles.versions(em, workshop.offers).begin(ann, old));
        anew = assertInstanceOf(NewVersion.Begun.class, version).draft().id();
    }

    private Path placed(UUID bundle, String slug, String path) {
        return home.content(bundle).resolve(slug).resolve(path);
    }

    private Path oldFilm() {
        return placed(old, "tide", "locked/film.mp4.age");
    }

    private Path newFilm() {
        return placed(anew, "tide-2", "locked/film.mp4.age");
    }

    @Test
    void opensToNewIdentitiesOnlyAndSharesTheFreeFiles() throws Exception {
        byte[] before = Files.readAllBytes(oldFilm());
        seal(anew);
        assertSound(anew, "tide-2");
        assertArrayEquals(film, read(newFilm(), anew));
        assertThrows(IOException.class, () -> read(newFilm(), old));
        assertArrayEquals(before, Files.readAllBytes(oldFilm()));
        assertSound(old, "tide");
        assertTrue(
                Files.isSameFile(
                        placed(old, "tide", "free/teaser.mp4"),
                        placed(anew, "tide-2", "free/teaser.mp4")),
                "no byte of it is copied");
        assertFalse(Files.exists(home.work(anew)));
    }

    private void keepInstead() {
        database.inTransaction(em -> {
            TestBundles.over(em).files(anew).forEach(em::remove);
            em.remove(em.find(io.seedhouse.publisher.bundle.Bundle.class, anew));
            return anew;
        });
        var version =
                database.inTransaction(em ->
                        TestBundles.versions(em, workshop.offers)
                                .begin(ann, old, VersionKeys.KEPT));
        anew = assertInstanceOf(NewVersion.Begun.class, version).draft().id();
    }

    private static byte[] root(Metainfo torrent, String path) {
        return torrent.files().stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .orElseThrow()
                .v2()
                .orElseThrow()
                .root();
    }

    @Test
    void keepsWhatStaysAsItIsByteForByteUnderItsIdentityAndNamesTheTorrentBefore()
            throws Exception {
        keepInstead();
        add(anew, "more.mp4", Access.PAID, new byte[9_000_000]);
        seal(anew);
        assertSound(anew, "tide-2");
        assertTrue(Files.isSameFile(oldFilm(), newFilm()), "no byte of it is copied");
        assertArrayEquals(film, read(newFilm(), old));
        assertArrayEquals(film, read(newFilm(), anew));
        Metainfo before = Metainfo.read(home.torrent(old));
        Metainfo after = Metainfo.read(home.torrent(anew));
        String path = "locked/film.mp4.age";
        assertArrayEquals(root(before, path), root(after, path));
        assertEquals(before.pieceLength(), after.pieceLength());
        assertEquals(List.of(before.infohashV1Hex().orElseThrow()), after.details().similar());
        assertEquals(List.of(), before.details().similar());
        assertSound(old, "tide");
    }

    /** libtorrent 2.0.6 would write the new file over the old film. */
    @Test
    void namesNoTorrentBeforeWhoseFilesAreAtOtherPlaces() throws Exception {
        keepInstead();
        add(anew, "an-extra.mp4", Access.PAID, new byte[9_000]);
        seal(anew);
        assertSound(anew, "tide-2");
        assertEquals(List.of(), Metainfo.read(home.torrent(anew)).details().similar());
    }

    @Test
    void saysWhatToDoWhereAFileThatIsKeptIsGoneOrHasNoKey() throws Exception {
        keepInstead();
        start(anew);
        workshop.recipients.identities().clear();
        assertEquals(
                "The file \"film.mp4\" of the earlier version has no key any more: remove it here"
                        + " and upload it again.",
                sentence());
        Files.delete(oldFilm());
        assertEquals(
                "The file \"film.mp4\" of the earlier version is gone from this server: remove it"
                        + " here and upload it again.",
                sentence());
    }

    @Test
    void beginsAFileAgainThatAKillLeftHalfDone() throws Exception {
        start(anew);
        Path growing = workshop.folders.growing(anew, "tide-2").resolve("locked/film.mp4.age");
        Files.createDirectories(growing.getParent());
        Files.write(growing, new byte[1000]);
        sealFiles(anew);
        finish(anew);
        assertSound(anew, "tide-2");
        assertArrayEquals(film, read(newFilm(), anew));
    }

    @Test
    void goesOnBehindTheLastFinishedFileAfterAKill() throws Exception {
        start(anew);
        var first = assertInstanceOf(PlanReader.Todo.class, reader(anew).readItem());
        sealOne(first);
        Path growing = workshop.folders.growing(anew, "tide-2").resolve("locked/film.mp4.age");
        byte[] done = Files.readAllBytes(growing);
        sealFiles(anew);
        finish(anew);
        assertArrayEquals(done, Files.readAllBytes(newFilm()));
    }

    @Test
    void stopsInGoodOrderWhenTheServerGoesDown() {
        start(anew);
        workshop.sealedFiles.closing.close();
        assertThrows(Closing.Closed.class, () -> sealFiles(anew));
        assertEquals(Status.SEALING, status(anew));
    }

    @Test
    void saysWhatToDoWhereTheOldFileIsDamagedOrGone() throws Exception {
        start(anew);
        byte[] bytes = Files.readAllBytes(oldFilm());
        bytes[1_000_000] ^= 1;
        Files.write(oldFilm(), bytes);
        assertEquals(
                "The file \"film.mp4\" of the earlier version is damaged on this server: remove it"
                        + " here and upload it again.",
                sentence());
        Files.delete(oldFilm());
        assertEquals(
                "The file \"film.mp4\" of the earlier version is gone from this server: remove it"
                        + " here and upload it again.",
                sentence());
    }

    private String sentence() {
        var failure = assertThrows(IOException.class, () -> sealFiles(anew));
        return assertInstanceOf(Fault.Failed.class, Fault.of(failure, "film.mp4")).sentence();
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        start(anew);
        sealOne(assertInstanceOf(PlanReader.Todo.class, reader(anew).readItem()));
        long done =
                database.inTransaction(em -> {
                    var bundles = workshop.rows(em).bundles;
                    return bundles.progress(bundles.find(ann, anew).orElseThrow()).doneBytes();
                });
        assertTrue(done > 2_990_000 && done <= 3_070_000, "of the film: " + done);
    }

    private byte[] read(Path file, UUID bundle) throws IOException {
        UUID id =
                database.inTransaction(em -> TestBundles.over(em).files(bundle)).stream()
                        .filter(f -> f.name().equals("film.mp4"))
                        .map(BundleFile::id)
                        .findFirst()
                        .orElseThrow();
        var identity = workshop.recipients.identities().get(id);
        try (AgeFile opened = AgeFile.open(file, List.of(identity))) {
            byte[] clear = new byte[(int) opened.clearLength()];
            opened.read(0, clear, 0, clear.length);
            return clear;
        }
    }

    private void assertSound(UUID bundle, String slug) throws Exception {
        Metainfo torrent = Metainfo.read(home.torrent(bundle));
        Path content = home.content(bundle).resolve(slug);
        assertEquals(List.of(), new Verifier(torrent).verify(content, n -> {}));
    }

    private void upload(String name, Access access, byte[] bytes) throws IOException {
        add(old, name, access, bytes);
    }

    private void add(UUID to, String name, Access access, byte[] bytes) throws IOException {
        BundleFile file = new BundleFile(to, name, access, bytes.length);
        Files.createDirectories(home.staging(to));
        Files.write(home.staging(to).resolve(file.id().toString()), bytes);
        database.inTransaction(em -> {
            em.persist(file);
            return file;
        });
    }

    private Status status(UUID bundle) {
        return database.inTransaction(
                em -> TestBundles.over(em).find(ann, bundle).orElseThrow().status());
    }

    private void seal(UUID bundle) throws Exception {
        start(bundle);
        sealFiles(bundle);
        finish(bundle);
        assertEquals(Status.SEALED, status(bundle));
    }

    private void start(UUID bundle) {
        assertEquals(
                new Start.Started(),
                database.inTransaction(em -> workshop.rows(em).begin(ann, bundle, Format.HYBRID)));
    }

    private void sealFiles(UUID bundle) throws IOException {
        PlanReader reader = reader(bundle);
        while (reader.readItem() instanceof PlanReader.Todo todo) {
            sealOne(todo);
        }
    }

    private void sealOne(PlanReader.Todo todo) throws IOException {
        workshop.sealedFiles.remember(
                todo.plan(),
                todo.item().file(),
                workshop.sealedFiles.seal(todo.plan(), todo.item()));
    }

    private PlanReader reader(UUID bundle) {
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

    private void finish(UUID bundle) {
        database.inTransaction(em -> {
            try {
                return workshop.finish(em, bundle).process();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
