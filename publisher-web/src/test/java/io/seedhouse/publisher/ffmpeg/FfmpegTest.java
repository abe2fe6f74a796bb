package io.seedhouse.publisher.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Runs shell scripts in ffmpeg's place, which tell what they were given, and the real one. */
class FfmpegTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);

    @TempDir Path folder;

    @Test
    void passesArgumentsAsTheyAreAndOnlyOpensFilesOfKnownFormats() throws IOException {
        Ffmpeg script = TestFfmpeg.script(folder, "printf '%s|' \"$@\" > given; env > environment");
        Line line = new Line().add("-x", "a b; $(c)").input(folder.resolve("-f")).add("out.mp4");
        assertInstanceOf(Ran.Done.class, convert(script, line, LIMITS));
        String given = Files.readString(folder.resolve("given"));
        assertTrue(given.contains("|-x|a b; $(c)|-protocol_whitelist|file|"), given);
        assertTrue(given.contains("|-format_whitelist|mov,matroska,"), given);
        assertTrue(given.endsWith("|-i|file:" + folder.resolve("-f") + "|out.mp4|"), given);
        assertFalse(Files.readString(folder.resolve("environment")).contains("HOME="));
    }

    @Test
    void knowsNoFormatThatNamesOtherFiles() {
        String all = "," + Line.FORMATS + ",";
        for (String list : "hls,dash,concat,imf,image2,sdp,rtsp,avisynth,vobsub,lavfi".split(",")) {
            assertFalse(all.contains("," + list + ","), list);
        }
    }

    @Test
    void saysWhatFfmpegComplainedAbout() throws IOException {
        Ffmpeg script =
                TestFfmpeg.script(folder, "echo first >&2; echo 'no such filter' >&2; exit 1");
        assertEquals(new Ran.Failed(Ran.Cause.FAULT, "no such filter"), convert(script));
    }

    @Test
    void saysThatThereIsNoFfmpeg() {
        Ran ran = convert(TestFfmpeg.at(folder.resolve("nothing")));
        assertEquals(Ran.Cause.MISSING, cause(ran));
    }

    @Test
    void endsWhatTakesTooLongWithAllItStarted() throws IOException {
        Ffmpeg script = TestFfmpeg.script(folder, "sleep 600 & echo $! > child; wait");
        Limits brief = new Limits(Duration.ofMillis(1500), 1 << 20);
        assertEquals(Ran.Cause.TOO_LONG, cause(convert(script, new Line(), brief)));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertTrue(
                ProcessHandle.of(child)
                        .map(p -> p.onExit().orTimeout(10, TimeUnit.SECONDS))
                        .map(gone -> !gone.join().isAlive())
                        .orElse(true));
    }

    @Test
    void endsWhatNobodyWantsAnyMore() throws IOException {
        Ffmpeg script = TestFfmpeg.script(folder, "exec sleep 600");
        Ran ran = script.convert(new Line(), folder, LIMITS, micros -> false);
        assertEquals(Ran.Cause.STOPPED, cause(ran));
    }

    @Test
    void keepsAnEndlessAnswerAndEndlessComplaintsWithinBounds() throws IOException {
        Ffmpeg script = TestFfmpeg.script(folder, "yes '{}' & yes complaint >&2");
        assertEquals(
                Ran.Cause.TOO_LARGE,
                cause(script.probe(folder.resolve("x"), LIMITS, Watch.NOTHING)));
    }

    @Test
    void writesNoLargerFileThanItMay() {
        Line line =
                new Line()
                        .add("-f", "lavfi", "-i", "testsrc2=s=320x240", "-t", "20")
                        .add("-c:v", "rawvideo", "-f", "nut", "out.nut");
        assertEquals(Ran.Cause.TOO_LARGE, cause(convert(TestFfmpeg.bundled(), line, LIMITS)));
        assertTrue(folder.resolve("out.nut").toFile().length() <= LIMITS.outputBytes());
    }

    @Test
    void takesNoMoreMemoryThanItMay() {
        Line line =
                new Line()
                        .add("-f", "lavfi", "-i", "testsrc2=s=7680x4320", "-t", "1")
                        .add("-c:v", "libopenh264", "-f", "mp4", "out.mp4");
        Limits little = new Limits(Duration.ofSeconds(60), 1 << 20, 300L << 20);
        assertInstanceOf(Ran.Failed.class, convert(TestFfmpeg.bundled(), line, little));
        assertEquals(Ran.Cause.NO_MEMORY, cause(convert(TestFfmpeg.bundled(), line, little)));
    }

    @Test
    void tellsHowFarItIs() {
        AtomicLong seen = new AtomicLong();
        Line line =
                new Line()
                        .add("-re", "-f", "lavfi", "-i", "testsrc2=s=64x64", "-t", "2")
                        .add("-c:v", "mjpeg", "-f", "nut", "out.nut");
        Ran ran =
                TestFfmpeg.bundled()
                        .convert(
                                line,
                                folder,
                                new Limits(Duration.ofSeconds(60), 64 << 20),
                                micros -> {
                                    seen.set(micros);
                                    return true;
                                });
        assertInstanceOf(Ran.Done.class, ran);
        assertTrue(seen.get() > 0 && seen.get() <= 2_100_000, "micros: " + seen);
    }

    private static Ran.Cause cause(Ran ran) {
        return assertInstanceOf(Ran.Failed.class, ran).cause();
    }

    private Ran convert(Ffmpeg ffmpeg) {
        return convert(ffmpeg, new Line(), LIMITS);
    }

    private Ran convert(Ffmpeg ffmpeg, Line line, Limits limits) {
        return ffmpeg.convert(line, folder, limits, Watch.NOTHING);
    }
}
