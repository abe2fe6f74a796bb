package io.seedhouse.publisher.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.cutting.Made;
import io.seedhouse.publisher.cutting.Trouble;
import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.ffmpeg.TestFfmpeg;
import io.seedhouse.publisher.film.TestFilms;
import io.seedhouse.publisher.upload.Append;
import io.seedhouse.publisher.upload.Create;
import io.seedhouse.publisher.upload.TestUploads;
import io.seedhouse.publisher.upload.Uploads;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Jobs from asking to their result, with the bundled ffmpeg, and stopped where a kill stops one.
 */
abstract class JobsContract {
    @TempDir Path folder;
    private final TestDatabase database = database();
    private Home home = new Home();
    private Staging staging = new Staging();
    private UUID ann = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();
    private Instant now = Instant.parse("2026-12-01T12:00:00Z");
    private Ffmpeg ffmpeg = TestFfmpeg.bundled();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        home = TestHome.in(folder);
        staging = TestBundles.staging(home);
        ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
    }

    @Test
    void makesARemuxThatIsAFileOfTheDraftBesideTheOriginal() throws IOException {
        UUID film = film();
        Job job = begun(film, Task.remux());
        assertEquals(Job.State.WAITING, job.state());
        assertTrue(work());
        Job done = get(job);
        assertEquals(Job.State.DONE, done.state());
        assertEquals(1000, done.progress());
        assertEquals(List.of("film (web).mp4", "film.mp4"), names());
        BundleFile made = file(done.resultId());
        assertEquals(Access.PAID, made.access());
        assertEquals(made.length(), staging.offset(made));
        assertNothingIsLeft();
    }

    @Test
    void replacesAnEarlierTeaserAndItsBytesWhenItIsCutAgain() throws IOException {
        UUID film = film();
        Job first = begun(film, Task.teaser(0, 2000));
        work();
        BundleFile old = file(get(first).resultId());
        Job second = begun(film, Task.teaser(1000, 4000));
        work();
        assertEquals(List.of("film.mp4", "teaser.mp4"), names());
        BundleFile made = file(get(second).resultId());
        assertEquals(Access.FREE, made.access());
        assertFalse(Files.exists(staging.data(old)));
        assertTrue(Files.exists(staging.data(made)));
    }

    @Test
    void leavesAnUploadedFileOfTheSameNameAlone() throws IOException {
        UUID film = film();
        upload("teaser.mp4", Access.FREE, new byte[] {1});
        begun(film, Task.teaser(0, 1000));
        work();
        assertEquals(
                List.of("film.mp4", "teaser 2.mp4", "teaser.mp4"),
                names().stream().sorted().toList());
    }

    @Test
    void keepsPicturesToChooseFromForTheirPublisherAlone() throws IOException {
        UUID film = film();
        Job job = begun(film, Task.frames());
        work();
        assertEquals(12, get(job).moments().size());
        assertTrue(frame(ann, film, 0));
        assertTrue(frame(ann, film, 11));
        assertFalse(frame(ann, film, 12));
        assertFalse(frame(ann, film, -1));
        assertFalse(frame(database.publisher(), film, 0));
        assertEquals(List.of("film.mp4"), names());
    }

    @Test
    void isDoneOnceWithOneResultWhenItsWorkerDiedHalfWay() throws IOException {
        Job job = begun(film(), Task.teaser(0, 1000));
        Job claimed = claim();
        Path half = TestJobs.folders(home).fresh(claimed).resolve("teaser.mp4");
        Files.write(half, new byte[1000]);
        assertFalse(work(), "the lease still holds");
        now = now.plus(JobRows.LEASE).plusSeconds(1);
        assertTrue(work());
        assertEquals(Job.State.DONE, get(job).state());
        assertEquals(2, get(job).attempt());
        assertEquals(List.of("film.mp4", "teaser.mp4"), names());
        assertNothingIsLeft();
    }

    @Test
    void takesNoResultOfAWorkerWhoseJobIsAnothersByNow() throws IOException {
        Job job = begun(film(), Task.teaser(0, 1000));
        Job claimed = claim();
        now = now.plus(JobRows.LEASE).plusSeconds(1);
        assertTrue(work());
        assertFalse(renew(claimed));
        Path late = Files.write(folder.resolve("late"), new byte[10]);
        database.inTransaction(em ->
                TestJobs.results(em, home, staging)
                        .keep(claimed, new Made.File(late, "teaser.mp4", true)));
        assertEquals(List.of("film.mp4", "teaser.mp4"), names());
        assertTrue(file(get(job).resultId()).length() > 10);
    }

    @Test
    void givesAJobUpAfterThreeAttempts() throws IOException {
        Job job = begun(film(), Task.teaser(0, 1000));
        for (int i = 0; i < 3; i++) {
            claim();
            now = now.plus(JobRows.LEASE).plusSeconds(1);
        }
        assertTrue(work());
        assertEquals(Job.State.FAILED, get(job).state());
        assertEquals(new Trouble("film.job.gave-up"), get(job).problem());
        assertFalse(work());
    }

    @Test
    void saysWhyItFailed() throws IOException {
        UUID text = upload("film.mp4", Access.PAID, "no film".getBytes(UTF_8));
        Job job = begun(text, Task.teaser(0, 1000));
        work();
        assertEquals(Job.State.FAILED, get(job).state());
        assertEquals(new Trouble("film.job.no-video", "film.mp4"), get(job).problem());
    }

    @Test
    void endsACancelledJobWhileItRuns() throws IOException {
        ffmpeg = TestFfmpeg.script(folder, "exec sleep 600");
        Job job = begun(film(), Task.teaser(0, 1000));
        Job claimed = claim();
        assertTrue(renew(claimed));
        cancel(ann, job);
        assertFalse(renew(claimed));
        assertEquals(Job.State.CANCELLED, get(job).state());
        assertFalse(work());
        cancel(ann, job);
        assertEquals(Job.State.CANCELLED, get(job).state());
    }

    @Test
    void countsNoAttemptThatTheServerEndedInGoodOrder() throws IOException {
        Job job = begun(film(), Task.teaser(0, 1000));
        Job claimed = claim();
        database.inTransaction(em -> {
            TestJobs.rows(em).putBack(claimed);
            return em;
        });
        assertEquals(Job.State.WAITING, get(job).state());
        assertEquals(0, get(job).attempt());
    }

    @Test
    void asksForRoomBeforeItBeginsAndBeforeItWorks() throws IOException {
        UUID film = film();
        Job job = begun(film, Task.remux());
        staging = full();
        assertInstanceOf(Begin.NoRoom.class, start(ann, bundle, film, Task.frames()));
        work();
        assertEquals(new Trouble("film.job.no-space"), get(job).problem());
    }

    private Staging full() {
        return new Staging() {
            @Override
            public long room() {
                return 1000;
            }

            @Override
            public Path data(BundleFile file) {
                return home.staging(file.bundleId()).resolve(file.id().toString());
            }
        };
    }

    @Test
    void answersTheSameJobToWhoeverAsksTwice() throws IOException {
        UUID film = film();
        Job first = begun(film, Task.teaser(0, 1000));
        assertEquals(first.id(), begun(film, Task.teaser(0, 1000)).id());
        assertFalse(first.id().equals(begun(film, Task.teaser(0, 2000)).id()));
    }

    @Test
    void takesNoMoreJobsOfABundleThanItMay() throws IOException {
        UUID film = film();
        for (int i = 0; i < JobRows.MOST_OF_BUNDLE; i++) {
            begun(film, Task.teaser(i, i + 2000));
        }
        assertInstanceOf(Begin.TooMany.class, start(ann, bundle, film, Task.teaser(900, 3000)));
    }

    @Test
    void runsOneJobOfAPublisherAtATimeSoThatOthersHaveTheirTurn() throws IOException {
        UUID film = film();
        begun(film, Task.teaser(0, 1000));
        begun(film, Task.teaser(0, 2000));
        claim();
        assertFalse(work(), "the second waits for the first");
        ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Ebb").id());
        Job others = begun(film(), Task.teaser(0, 1000));
        assertTrue(work());
        assertEquals(Job.State.DONE, get(others).state());
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        UUID film = film();
        UUID other = UUID.randomUUID();
        UUID ben = database.publisher();
        assertInstanceOf(Begin.NoSuchBundle.class, start(ben, bundle, film, Task.remux()));
        assertInstanceOf(Begin.NoSuchFile.class, start(ann, bundle, other, Task.remux()));
        UUID another = database.inTransaction(em -> TestBundles.draft(em, ann, "Ebb").id());
        assertInstanceOf(Begin.NoSuchFile.class, start(ann, another, film, Task.remux()));
        UUID half = begin("half.mp4", Access.PAID, 100);
        assertInstanceOf(Begin.NotReadable.class, start(ann, bundle, half, Task.remux()));
    }

    @Test
    void refusesAnSvgAsAPosterWhateverItIsCalled() throws IOException {
        byte[] svg = "<svg onload='alert(1)'/>".getBytes(UTF_8);
        UUID file = upload("poster.png", Access.FREE, svg);
        Begin answer = start(ann, bundle, file, Task.poster(null, null));
        assertEquals(
                new Trouble("film.job.svg"),
                assertInstanceOf(Begin.Impossible.class, answer).trouble());
    }

    @Test
    void showsNoJobToAnotherPublisherAndEndsNoneForThem() throws IOException {
        Job job = begun(film(), Task.remux());
        UUID ben = database.publisher();
        assertTrue(ask(j -> j.ofBundle(ben, bundle)).isEmpty());
        assertTrue(ask(j -> j.find(ben, bundle, job.id())).isEmpty());
        cancel(ben, job);
        assertEquals(Job.State.WAITING, get(job).state());
    }

    @Test
    void changesNothingOfABundleThatIsADraftNoMore() throws IOException {
        UUID film = film();
        database.inTransaction(em -> {
            em.find(Bundle.class, bundle).startSealing(Format.HYBRID);
            return em;
        });
        assertInstanceOf(Begin.NotADraft.class, start(ann, bundle, film, Task.remux()));
    }

    private UUID film() throws IOException {
        Path film = TestFilms.late(folder.resolve("f-" + UUID.randomUUID()));
        return upload("film.mp4", Access.PAID, Files.readAllBytes(film));
    }

    private UUID begin(String name, Access access, long length) {
        Create answer =
                database.inTransaction(em -> uploads(em).create(ann, bundle, name, access, length));
        return assertInstanceOf(Create.Created.class, answer).file().id();
    }

    private UUID upload(String name, Access access, byte[] bytes) {
        UUID id = begin(name, access, bytes.length);
        Append answer =
                database.inTransaction(
                        em -> uploads(em).append(ann, id, 0, new ByteArrayInputStream(bytes)));
        assertInstanceOf(Append.Appended.class, answer);
        return id;
    }

    private Uploads uploads(EntityManager em) {
        return TestUploads.over(em, staging);
    }

    private Job begun(UUID file, Task task) {
        return assertInstanceOf(Begin.Begun.class, start(ann, bundle, file, task)).job();
    }

    private Begin start(UUID publisher, UUID of, UUID file, Task task) {
        return ask(j -> j.start(publisher, of, file, task));
    }

    private void cancel(UUID publisher, Job job) {
        ask(j -> j.cancel(publisher, bundle, job.id()));
    }

    private boolean frame(UUID publisher, UUID file, int n) {
        return ask(j -> j.frame(publisher, bundle, file, n)).isPresent();
    }

    private <T> T ask(Function<Jobs, T> question) {
        return database.inTransaction(em -> question.apply(TestJobs.jobs(em, home, staging)));
    }

    private Job claim() {
        return database.inTransaction(em -> TestJobs.rows(em).claim(now)).orElseThrow();
    }

    private boolean renew(Job job) {
        return database.inTransaction(em -> TestJobs.rows(em).renew(job, 10, now));
    }

    /** What a worker does; each of its steps is a transaction in the server, and one here. */
    private boolean work() {
        return database.inTransaction(
                em -> TestJobs.worker(em, home, staging, () -> now, ffmpeg).work());
    }

    private Job get(Job job) {
        return database.inTransaction(em -> em.find(Job.class, job.id()));
    }

    private BundleFile file(@Nullable UUID id) {
        return database.inTransaction(em -> em.find(BundleFile.class, id));
    }

    private List<String> names() {
        return database.inTransaction(
                em -> TestBundles.over(em).files(bundle).stream().map(BundleFile::name).toList());
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> jobs = Files.list(home.work(bundle).resolve("jobs"))) {
            assertEquals(List.of(), jobs.toList());
        }
    }
}
