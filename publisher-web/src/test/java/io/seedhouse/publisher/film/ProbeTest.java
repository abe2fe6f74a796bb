package io.seedhouse.publisher.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.TestFfmpeg;
import io.seedhouse.publisher.ffmpeg.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** The bundled ffprobe on films that the bundled ffmpeg drew, and on what only looks like one. */
class ProbeTest {
    private static final String SUBTITLES =
            "1\n00:00:01,000 --> 00:00:02,000\nHola\n\n2\n00:00:03,000 --> 00:00:04,000\n¿Qué?\n";

    @TempDir Path folder;

    @Test
    void findsAFilmThatPlaysEverywhere() throws IOException {
        Facts facts = facts(TestFilms.fast(file("film.mp4")));
        assertEquals("MP4", facts.container());
        assertEquals(Facts.Kind.FILM, facts.kind());
        Video video = Objects.requireNonNull(facts.video());
        assertEquals("h264 320x180 24.0 8", describe(video));
        assertEquals("aac", facts.sound().getFirst().codec());
        assertTrue(
                Math.abs(Objects.requireNonNull(facts.millis()) - 10_000) < 60, facts.toString());
        assertEquals(Boolean.TRUE, facts.fastStart());
        assertTrue(facts.playsInBrowsers());
        assertEquals(List.of(), facts.reasons());
    }

    private static String describe(Video v) {
        return "%s %dx%d %s %d"
                .formatted(v.codec(), v.width(), v.height(), v.framesPerSecond(), v.bits());
    }

    @Test
    void saysThatAnIndexAtTheEndPlaysLateAndNotNever() throws IOException {
        Facts facts = facts(TestFilms.late(file("film.mp4")));
        assertEquals(Boolean.FALSE, facts.fastStart());
        assertTrue(facts.playsInBrowsers());
        assertEquals(List.of("film.why.late"), keys(facts));
    }

    @Test
    void findsTracksAndSubtitlesOfMatroskaAndThatBrowsersDoNotTakeIt() throws IOException {
        Path subtitles = Files.writeString(file("s.srt"), SUBTITLES);
        Facts facts = facts(TestFilms.matroska(file("film.mkv"), subtitles));
        assertEquals("Matroska (MKV)", facts.container());
        assertEquals("eng", facts.sound().getFirst().language());
        Subtitles track = facts.subtitles().getFirst();
        assertEquals(
                "subrip spa true",
                "%s %s %s".formatted(track.codec(), track.language(), track.text()));
        assertFalse(facts.playsInBrowsers());
        assertEquals(List.of("film.why.container"), keys(facts));
    }

    @Test
    void tellsWebmFromMatroska() throws IOException {
        Facts facts = facts(TestFilms.webm(file("film.bin")));
        assertEquals("WebM", facts.container());
        assertTrue(facts.playsInBrowsers());
    }

    @Test
    void saysThatDeepColoursAndOtherCodecsDoNotPlay() throws IOException {
        Path film =
                TestFfmpeg.make(
                        file("film.mov"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=24:d=1",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=1",
                        "-c:v",
                        "prores_ks",
                        "-pix_fmt",
                        "yuv422p10le",
                        "-c:a",
                        "ac3",
                        "-f",
                        "mov");
        Facts facts = facts(film);
        assertEquals(10, Objects.requireNonNull(facts.video()).bits());
        assertFalse(facts.playsInBrowsers());
        assertEquals(
                List.of(
                        "film.why.container",
                        "film.why.codec",
                        "film.why.depth",
                        "film.why.chroma",
                        "film.why.sound",
                        "film.why.late"),
                keys(facts));
    }

    @Test
    void findsPicturesAndSubtitles() throws IOException {
        Path png =
                TestFfmpeg.make(
                        file("p"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=64x96",
                        "-frames:v",
                        "1",
                        "-c:v",
                        "png",
                        "-f",
                        "image2",
                        "-update",
                        "1");
        assertEquals(Facts.Kind.PICTURE, facts(png).kind());
        assertEquals("PNG", facts(png).container());
        assertEquals(Facts.Kind.SUBTITLES, facts(Files.writeString(file("s"), SUBTITLES)).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This is the script of the film.\n",
                "#EXTM3U\n"
                        + "#EXT-X-TARGETDURATION:5\n"
                        + "#EXTINF:5,\n"
                        + "file:///etc/passwd\n"
                        + "#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile good.mp4\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
                "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'></MPD>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"
            })
    void takesNeitherTextNorListsOfOtherFilesForAFilm(String text) throws IOException {
        TestFilms.fast(file("good.mp4"));
        Path renamed = Files.writeString(file("film.mp4"), text);
        assertInstanceOf(Looked.NoFilm.class, look(renamed));
    }

    @Test
    void opensNoFileThatAPlaylistNames() throws IOException {
        Path good = TestFilms.fast(file("good.mp4"));
        Path list =
                Files.writeString(
                        file("film.m3u8"),
                        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n"
                                + good
                                + "\n#EXT-X-ENDLIST\n");
        assertInstanceOf(Looked.NoFilm.class, look(list));
    }

    @Test
    void takesNoiseForNoFilm() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        assertInstanceOf(Looked.NoFilm.class, look(Files.write(file("n.mp4"), noise)));
    }

    @Test
    void saysThatTheEndOfAFilmIsMissing() throws IOException {
        assertEquals("film.problem.cut", failure(cut(TestFilms.fast(file("a.mp4")))));
        assertEquals("film.problem.damaged", failure(cut(TestFilms.late(file("b.mp4")))));
    }

    private static Path cut(Path film) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        return film;
    }

    @Test
    void endsALookThatTakesForEver() throws IOException {
        Probe probe = TestFilms.probe(TestFfmpeg.script(folder, "exec sleep 600"));
        probe.limits = new Limits(Duration.ofMillis(300), 1);
        Looked looked = probe.look(Files.writeString(file("x"), "x"), Watch.NOTHING);
        assertEquals("film.problem.slow", assertInstanceOf(Looked.Failed.class, looked).problem());
    }

    @Test
    void saysThatAFilmNeedsTooMuchMemory() throws IOException {
        Probe probe = TestFilms.probe();
        probe.limits = new Limits(Duration.ofSeconds(60), 1, 64L << 20);
        Looked looked = probe.look(TestFilms.fast(file("film.mp4")), Watch.NOTHING);
        assertInstanceOf(Looked.Failed.class, looked);
    }

    @Test
    void readsNoMoreOfAFilesOwnWordsThanWeKeep() throws IOException {
        Probe probe = TestFilms.probe(TestFfmpeg.script(folder, "yes '{\"title\":\"x\"}'"));
        Looked looked = probe.look(Files.writeString(file("x"), "x"), Watch.NOTHING);
        assertEquals("film.problem.odd", assertInstanceOf(Looked.Failed.class, looked).problem());
    }

    @Test
    void understandsNothingOfWhatIsNoJson() {
        assertTrue(new Reading("]", "", null).facts().isEmpty());
        assertTrue(
                new Reading("{\"format\":{\"probe_score\":100},\"streams\":[{}]}", "", null)
                        .facts()
                        .isEmpty());
    }

    @Test
    void seesMarkupBehindMarksAndBlanks() throws IOException {
        Path file = file("p.png");
        Files.write(file, "\uFEFF \n<svg/>".getBytes(UTF_8));
        assertTrue(Opening.isMarkup(file));
        Files.write(file, "<svg/>".getBytes(UTF_16));
        assertTrue(Opening.isMarkup(file));
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertFalse(Opening.isMarkup(file));
    }

    private static List<String> keys(Facts facts) {
        return facts.reasons().stream().map(Reason::key).toList();
    }

    private static String failure(Path file) throws IOException {
        return assertInstanceOf(Looked.Failed.class, look(file)).problem();
    }

    private static Facts facts(Path file) throws IOException {
        return assertInstanceOf(Looked.Found.class, look(file)).facts();
    }

    private static Looked look(Path file) throws IOException {
        return TestFilms.probe().look(file, Watch.NOTHING);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
