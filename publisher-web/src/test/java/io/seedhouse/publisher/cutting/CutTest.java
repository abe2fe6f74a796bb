package io.seedhouse.publisher.cutting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.ffmpeg.TestFfmpeg;
import io.seedhouse.publisher.ffmpeg.Watch;
import io.seedhouse.publisher.film.Facts;
import io.seedhouse.publisher.film.Looked;
import io.seedhouse.publisher.film.TestFilms;
import io.seedhouse.publisher.film.Video;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The bundled ffmpeg makes things of films that it drew. */
class CutTest {
    private static final String SUBTITLES =
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>¿Qué hora es?</i>\r\n\r\n"
                    + "2\r\n00:00:03,500 --> 00:00:04,000\r\nLas tres.\r\n";

    @TempDir Path folder;

    @Test
    void remuxesWithoutLosingAPacketAndTheIndexComesFirst() throws IOException {
        Path film = TestFilms.late(folder.resolve("film.mp4"));
        Made.File made = file(new Remux(), film);
        assertEquals("film (web).mp4", made.name());
        assertFalse(made.free());
        assertEquals(packets(film, "v"), packets(made.data(), "v"));
        assertEquals(packets(film, "a"), packets(made.data(), "a"));
        Facts facts = facts(made.data());
        assertEquals(Boolean.TRUE, facts.fastStart());
        assertEquals(facts(film).millis(), facts.millis());
        assertTrue(facts.playsInBrowsers());
    }

    @Test
    void remuxesMatroskaAndLeavesSubtitlesOut() throws IOException {
        Path film = matroska();
        Made.File made = file(new Remux(), film);
        assertEquals("film.mp4", made.name());
        assertEquals(packets(film, "v"), packets(made.data(), "v"));
        assertEquals(packets(film, "a"), packets(made.data(), "a"));
        Facts facts = facts(made.data());
        assertEquals("MP4", facts.container());
        assertEquals(List.of(), facts.subtitles());
        assertTrue(facts.playsInBrowsers(), facts.reasons().toString());
    }

    @Test
    void refusesToRemuxWhatMp4CannotHold() throws IOException {
        Path film =
                TestFfmpeg.make(
                        folder.resolve("film.mov"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=64x64:r=24:d=1",
                        "-c:v",
                        "prores_ks",
                        "-f",
                        "mov");
        assertEquals(new Trouble("film.job.remux-video", "ProRes"), trouble(new Remux(), film));
    }

    /** A hash of each track's packets, whatever container they lie in. */
    private String packets(Path film, String track) throws IOException {
        Path hash =
                TestFfmpeg.make(
                        folder.resolve("hash-" + track),
                        "-i",
                        film.toString(),
                        "-map",
                        "0:" + track,
                        "-c",
                        "copy",
                        "-f",
                        "streamhash",
                        "-hash",
                        "sha256");
        String line = Files.readString(hash);
        assertTrue(line.contains("SHA256="), line);
        return line;
    }

    @Test
    void findsPicturesThatAreNotBlack() throws IOException {
        Path film =
                TestFfmpeg.make(
                        folder.resolve("film.mp4"),
                        "-f",
                        "lavfi",
                        "-i",
                        "color=black:s=320x180:r=24:d=12",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=24:d=12",
                        "-filter_complex",
                        "[0][1]concat=n=2",
                        "-c:v",
                        "libopenh264",
                        "-f",
                        "mp4");
        Bench bench = bench();
        Made.Frames made =
                assertInstanceOf(Made.Frames.class, new FramesCut().make(source(film), bench));
        assertEquals(6, made.moments().size(), made.toString());
        assertTrue(made.moments().getFirst() >= 12_000, made.toString());
        assertEquals(made.moments().stream().sorted().toList(), made.moments());
        for (int n = 0; n < 6; n++) {
            assertEquals("JPEG", facts(bench.folder().resolve(n + ".jpg")).container());
        }
    }

    @Test
    void findsNoPictureInAFilmThatIsBlackThroughout() throws IOException {
        Path film =
                TestFfmpeg.make(
                        folder.resolve("film.mp4"),
                        "-f",
                        "lavfi",
                        "-i",
                        "color=black:s=64x64:r=24:d=2",
                        "-c:v",
                        "libopenh264",
                        "-f",
                        "mp4");
        assertEquals(new Trouble("film.job.all-dark"), trouble(new FramesCut(), film));
    }

    @Test
    void makesAPosterOfAMomentCutToItsShape() throws IOException {
        Path film = TestFilms.fast(folder.resolve("film.mp4"));
        Made.File whole = file(new Poster(3000L, null), film);
        assertEquals("poster.jpg", whole.name());
        assertTrue(whole.free());
        assertEquals("320x180", size(whole.data()));
        assertEquals("120x180", size(file(new Poster(3000L, 1000), film).data()));
        assertEquals(new Trouble("film.job.beyond"), trouble(new Poster(60_000L, null), film));
    }

    @Test
    void writesAnUploadedPictureAnewSoThatNothingElseOfItIsLeft() throws IOException {
        byte[] script = "<html><script>alert(1)</script>".getBytes(UTF_8);
        byte[] archive = {'P', 'K', 3, 4};
        Path png = picture("png", "png");
        Files.write(png, script, StandardOpenOption.APPEND);
        Files.write(png, archive, StandardOpenOption.APPEND);
        assertTrue(text(png).contains("<script>"));
        Made.File made = file(new Poster(null, null), png);
        assertFalse(text(made.data()).contains("script"));
        assertFalse(text(made.data()).contains("PK\u0003\u0004"));
        assertFalse(text(made.data()).contains("Lavc"), "metadata");
        assertEquals("64x96", size(made.data()));
    }

    @Test
    void takesPicturesOfEveryKindThatBrowsersTake() throws IOException {
        for (String codec : List.of("mjpeg", "png", "libwebp", "gif")) {
            assertEquals("64x96", size(file(new Poster(null, null), picture(codec, codec)).data()));
        }
        Path avif =
                TestFfmpeg.make(
                        folder.resolve("p.avif"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=64x96",
                        "-frames:v",
                        "1",
                        "-c:v",
                        "libaom-av1",
                        "-still-picture",
                        "1",
                        "-cpu-used",
                        "8",
                        "-f",
                        "avif");
        assertEquals("64x96", size(file(new Poster(null, null), avif).data()));
    }

    @Test
    void refusesAPictureOfTooManyPixels() throws IOException {
        Path huge =
                TestFfmpeg.make(
                        folder.resolve("huge.png"),
                        "-f",
                        "lavfi",
                        "-i",
                        "color=s=16000x16000",
                        "-frames:v",
                        "1",
                        "-pix_fmt",
                        "monob",
                        "-c:v",
                        "png",
                        "-f",
                        "image2",
                        "-update",
                        "1");
        assertEquals(new Trouble("film.job.unreadable"), trouble(new Poster(null, null), huge));
    }

    private Path picture(String name, String codec) {
        return TestFfmpeg.make(
                folder.resolve(name),
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x96",
                "-frames:v",
                "1",
                "-c:v",
                codec,
                "-f",
                codec.equals("gif") ? "gif" : "image2pipe");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1);
    }

    @Test
    void cutsATeaserOfTheLengthAskedForWithinAFrame() throws IOException {
        Path film = TestFilms.late(folder.resolve("film.mp4"));
        Made.File made = file(new Teaser(2_500, 6_000), film);
        assertEquals("teaser.mp4", made.name());
        assertTrue(made.free());
        Facts facts = facts(made.data());
        assertTrue(
                Math.abs(Objects.requireNonNull(facts.millis()) - 3_500) <= 42, facts.toString());
        assertEquals(Boolean.TRUE, facts.fastStart());
        assertEquals("h264", Objects.requireNonNull(facts.video()).codec());
        assertEquals("aac", facts.sound().getFirst().codec());
        assertTrue(facts.playsInBrowsers());
        assertEquals(new Trouble("film.job.beyond"), trouble(new Teaser(9_000, 11_000), film));
    }

    @Test
    void makesATeaserOfALargeFilmNoLargerThanScreensAre() throws IOException {
        Path film =
                TestFfmpeg.make(
                        folder.resolve("film.mkv"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=1440x2560:r=24:d=1",
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "10",
                        "-f",
                        "matroska");
        assertEquals("1080x1920", size(file(new Teaser(0, 1_000), film).data()));
    }

    @Test
    void makesWebVttOfATrackUnderItsLanguage() throws IOException {
        Path film = matroska();
        Made.File made = file(new SubtitlesCut(2, null, false), film);
        assertEquals("film.es.vtt", made.name());
        assertVtt(made.data());
        assertEquals(
                new Trouble("film.job.no-track"), trouble(new SubtitlesCut(1, null, false), film));
    }

    @Test
    void makesWebVttOfFilesInOldAndNewCharacterSets() throws IOException {
        for (Charset set : List.of(UTF_8, Charset.forName("windows-1252"), UTF_16)) {
            Path file = folder.resolve("film.es.srt");
            Files.writeString(file, SUBTITLES, set);
            Made.File made = file(new SubtitlesCut(null, null, true), file, null);
            assertEquals("film.es.vtt", made.name());
            assertTrue(made.free());
            assertVtt(made.data());
        }
    }

    @Test
    void makesWebVttOfAss() throws IOException {
        Path ass = folder.resolve("film.ass");
        TestFfmpeg.make(ass, "-i", srt().toString(), "-c:s", "ass", "-f", "ass");
        Made.File made = file(new SubtitlesCut(null, "pt-BR", false), ass, null);
        assertEquals("film.pt-BR.vtt", made.name());
        assertVtt(made.data());
    }

    @Test
    void makesNoSubtitlesOfOtherText() throws IOException {
        Path text = Files.writeString(folder.resolve("film.srt"), "#EXTM3U\n/etc/passwd\n");
        assertEquals(
                new Trouble("film.job.no-subtitles"),
                assertThrows(
                                CannotCut.class,
                                () -> file(new SubtitlesCut(null, null, false), text, null))
                        .trouble());
    }

    private static void assertVtt(Path file) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.startsWith("WEBVTT"), text);
        String cue = "(?s).*00:01\\.00\\d --> 00:02\\.00\\d\n<i>¿Qué hora es\\?</i>.*";
        assertTrue(text.matches(cue), text);
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() throws IOException {
        Path film = TestFilms.late(folder.resolve("film.mp4"));
        Bench bench = new Bench(TestFfmpeg.bundled(), attempt(), permille -> false);
        assertThrows(Interrupted.class, () -> new Teaser(0, 9_000).make(source(film), bench));
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        Path film = TestFilms.late(folder.resolve("film.mp4"));
        var full = TestFfmpeg.script(attempt(), "echo 'x: No space left on device' >&2; exit 1");
        Bench bench = new Bench(full, attempt(), permille -> true);
        var e = assertThrows(CannotCut.class, () -> new Remux().make(source(film), bench));
        assertEquals(new Trouble("film.job.no-space"), e.trouble());
    }

    private Path srt() throws IOException {
        return Files.writeString(folder.resolve("s.srt"), SUBTITLES);
    }

    private Path matroska() throws IOException {
        return TestFilms.matroska(folder.resolve("film.mkv"), srt());
    }

    private Made.File file(Cut cut, Path source) throws IOException {
        return file(cut, source, facts(source));
    }

    private Made.File file(Cut cut, Path source, @Nullable Facts facts) throws IOException {
        Source from =
                new Source(source, source.getFileName().toString(), Files.size(source), facts);
        return assertInstanceOf(Made.File.class, cut.make(from, bench()));
    }

    private Trouble trouble(Cut cut, Path source) throws IOException {
        Source from = source(source);
        Bench bench = bench();
        return assertThrows(CannotCut.class, () -> cut.make(from, bench)).trouble();
    }

    private static Source source(Path film) throws IOException {
        return new Source(film, film.getFileName().toString(), Files.size(film), facts(film));
    }

    /** Under a name without an ending, as files of ours are. */
    private static Facts facts(Path file) throws IOException {
        Path plain = file.resolveSibling("plain");
        Files.copy(file, plain, StandardCopyOption.REPLACE_EXISTING);
        Looked looked = TestFilms.probe().look(plain, Watch.NOTHING);
        return assertInstanceOf(Looked.Found.class, looked, file.toString()).facts();
    }

    private static String size(Path file) throws IOException {
        Video video = Objects.requireNonNull(facts(file).video());
        return video.width() + "x" + video.height();
    }

    private Bench bench() throws IOException {
        return new Bench(TestFfmpeg.bundled(), attempt(), permille -> true);
    }

    private Path attempt() throws IOException {
        return Files.createTempDirectory(folder, "attempt");
    }
}
