package io.seedhouse.publisher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs shell scripts in ffmpeg's place, which tell what they were given. */
class FfmpegTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void passesArgumentsAsTheyAreAndOnlyOpensFiles() throws IOException {
        Path program = script("printf '%s|' \"$@\" > given");
        new Ffmpeg(program, folder).run(List.of("-i", "a b; $(c)", "out.mp4"), LIMIT);
        String given = Files.readString(folder.resolve("given"));
        assertTrue(given.contains("|-i|a b; $(c)|-fs|200M|out.mp4|"), given);
        assertTrue(given.contains("|-protocol_whitelist|file|"), given);
    }

    @Test
    void saysWhatFfmpegComplainedAbout() throws IOException {
        Path program = script("echo first >&2; echo 'no such filter' >&2; exit 1");
        DemoFailed failed = failure(program);
        assertEquals("ffmpeg failed: no such filter", failed.getMessage());
    }

    @Test
    void saysThatThereIsNoFfmpeg() {
        DemoFailed failed = failure(folder.resolve("nothing"));
        assertTrue(String.valueOf(failed.getMessage()).startsWith("there is no ffmpeg at"));
    }

    @Test
    void stopsWhatTakesTooLong() throws IOException {
        Path program = script("exec sleep 600");
        assertThrows(
                DemoFailed.class,
                () -> new Ffmpeg(program, folder).run(List.of("x"), Duration.ZERO));
    }

    private DemoFailed failure(Path program) {
        return assertThrows(
                DemoFailed.class, () -> new Ffmpeg(program, folder).run(List.of("out"), LIMIT));
    }

    private Path script(String body) throws IOException {
        Path program = folder.resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
