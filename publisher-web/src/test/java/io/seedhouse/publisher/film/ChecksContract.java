package io.seedhouse.publisher.film;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.ffmpeg.TestFfmpeg;
import io.seedhouse.publisher.upload.Append;
import io.seedhouse.publisher.upload.Create;
import io.seedhouse.publisher.upload.Delete;
import io.seedhouse.publisher.upload.TestUploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class ChecksContract {
    @TempDir Path folder;
    private final TestDatabase database = database();
    private Staging staging = new Staging();
    private UUID ann = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();
    private Probe probe = TestFilms.probe();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        staging = TestBundles.staging(TestHome.in(folder));
        ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
    }

    @Test
    void looksAtEveryFileThatHasArrivedAndSaysWhatItIs() throws IOException {
        upload("film.mp4", Files.readAllBytes(TestFilms.late(folder.resolve("f"))));
        upload("script.txt", "A film.".getBytes(UTF_8));
        assertEquals("waiting", view("film.mp4").state());
        check();
        FilmView film = view("film.mp4");
        assertEquals("found", film.state());
        assertEquals(Boolean.TRUE, film.playsInBrowsers());
        assertEquals("film.why.late", film.reasons().getFirst().key());
        assertEquals("none", view("script.txt").state());
        assertNull(view("script.txt").facts());
    }

    @Test
    void waitsForTheRestOfAFileAndForTheRequestThatIsAtIt() throws IOException {
        byte[] film = Files.readAllBytes(TestFilms.late(folder.resolve("f")));
        UUID id = begin("film.mp4", film.length);
        append(id, 0, Arrays.copyOf(film, film.length / 2));
        check();
        assertEquals("waiting", view("film.mp4").state());
        append(id, film.length / 2, Arrays.copyOfRange(film, film.length / 2, film.length));
        staging.hold(id);
        check();
        assertEquals("waiting", view("film.mp4").state());
        staging.release(id);
        check();
        assertEquals("found", view("film.mp4").state());
    }

    @Test
    void looksAtNoFileTwice() throws IOException {
        upload("film.mp4", Files.readAllBytes(TestFilms.fast(folder.resolve("f"))));
        check();
        probe = TestFilms.probe(TestFfmpeg.script(folder, "exit 1"));
        check();
        assertEquals("found", view("film.mp4").state());
    }

    @Test
    void saysWhyAFileCouldNotBeLookedAt() throws IOException {
        probe = TestFilms.probe(TestFfmpeg.script(folder, "echo 'out of memory' >&2; exit 1"));
        upload("film.mp4", new byte[] {1});
        check();
        assertEquals("failed", view("film.mp4").state());
        assertTrue(String.valueOf(view("film.mp4").problem()).contains("memory"));
    }

    @Test
    void looksAgainWhenAServerWentDownInTheMiddle() throws IOException {
        upload("film.mp4", Files.readAllBytes(TestFilms.fast(folder.resolve("f"))));
        database.inTransaction(em -> {
            Checks checks = TestFilms.checks(em, staging, probe);
            checks.close();
            checks.checkDue();
            return em;
        });
        assertEquals("waiting", view("film.mp4").state());
        check();
        assertEquals("found", view("film.mp4").state());
    }

    @Test
    void forgetsAFileWithItsDeletion() {
        UUID id = upload("script.txt", new byte[] {1});
        check();
        assertInstanceOf(
                Delete.Deleted.class,
                database.inTransaction(em -> TestUploads.over(em, staging).delete(ann, id)));
        assertNull(database.inTransaction(em -> em.find(Film.class, id)));
    }

    @Test
    void leavesFilesAloneThatWereSealedAtHome() {
        BundleFile sealed = new BundleFile(bundle, "film.mp4", Access.SEALED, 1);
        database.inTransaction(em -> {
            em.persist(sealed);
            return em;
        });
        assertEquals(0, ask(f -> f.ofBundle(ann, bundle).orElseThrow()).size());
        assertEquals(
                0, database.inTransaction(em -> TestFilms.rows(em, staging).due()).size());
    }

    @Test
    void showsNothingToAnotherPublisher() {
        UUID id = upload("script.txt", new byte[] {1});
        UUID ben = database.publisher();
        assertTrue(ask(f -> f.ofBundle(ben, bundle)).isEmpty());
        check();
        assertTrue(content(ben, id).isEmpty());
    }

    @Test
    void playsNothingButFilmsSoundAndPictures() throws IOException {
        UUID film = upload("film.mp4", Files.readAllBytes(TestFilms.fast(folder.resolve("f"))));
        UUID page = upload("page.mp4", "<html><script>alert(1)</script>".getBytes(UTF_8));
        assertTrue(content(ann, film).isEmpty(), "not before it was looked at");
        check();
        assertEquals("video/mp4", content(ann, film).orElseThrow().type());
        assertTrue(content(ann, page).isEmpty());
    }

    private Optional<Content.Shown> content(UUID publisher, UUID file) {
        return database.inTransaction(em -> {
            Content content = new Content();
            content.bundles = TestBundles.over(em);
            content.staging = staging;
            content.rows = TestFilms.rows(em, staging);
            return content.find(publisher, bundle, file);
        });
    }

    private UUID begin(String name, long length) {
        Create answer =
                database.inTransaction(
                        em ->
                                TestUploads.over(em, staging)
                                        .create(ann, bundle, name, Access.PAID, length));
        return assertInstanceOf(Create.Created.class, answer).file().id();
    }

    private void append(UUID id, long offset, byte[] bytes) {
        Append answer =
                database.inTransaction(
                        em ->
                                TestUploads.over(em, staging)
                                        .append(ann, id, offset, new ByteArrayInputStream(bytes)));
        assertInstanceOf(Append.Appended.class, answer);
    }

    private UUID upload(String name, byte[] bytes) {
        UUID id = begin(name, bytes.length);
        append(id, 0, bytes);
        return id;
    }

    private void check() {
        database.inTransaction(em -> {
            TestFilms.checks(em, staging, probe).checkDue();
            return em;
        });
    }

    private FilmView view(String name) {
        return ask(f -> f.ofBundle(ann, bundle).orElseThrow()).stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private <T> T ask(Function<Films, T> question) {
        return database.inTransaction(em -> question.apply(TestFilms.films(em, staging)));
    }
}
