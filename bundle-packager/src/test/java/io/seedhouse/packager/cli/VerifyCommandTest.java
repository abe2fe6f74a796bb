package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyCommandTest extends PackFixture {
    /** In version 1 alone the files before and after it share pieces with the missing one. */
    @Test
    void aFileBesideAMissingOneIsUncheckedAndNotDamaged() throws IOException {
        Path a = Samples.file(folder.resolve("in/a"), 20_000);
        Path b = Samples.file(folder.resolve("in/b"), 20_000);
        Path c = Samples.file(folder.resolve("in/c"), 20_000);
        pack("--free", a, b, c, "--v1-only", "--piece-size", "16k").succeeds();
        Files.delete(out.resolve("Demo/free/b"));
        CommandRun run = CommandRun.of(List.of("verify", out + "/Demo.torrent", out + "/Demo"));
        run.faults(
                1,
                "1 of 4 files are missing or damaged, first free/b: missing"
                        + "; parts of 2 more could not be checked");
        assertEquals(
                List.of(
                        "free/a: unchecked at bytes N-19999, as not all of the piece can be read",
                        "free/b: missing",
                        "free/c: unchecked at bytes 0-N, as not all of the piece can be read"),
                run.out().lines().map(VerifyCommandTest::withoutBorders).toList());
    }

    /** Where the pieces lie depends on the length of the README. */
    private static String withoutBorders(String line) {
        return line.replaceAll("bytes [1-9]\\d*-", "bytes N-").replaceAll("0-\\d+", "0-N");
    }
}
