package io.seedhouse.packager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.seedhouse.packager.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own can meet: signals, limits, and another user's files. */
class PackProcessIT extends PackFixture {
    private static final Map<String, String> UTF8 = Map.of("LC_ALL", "C.UTF-8");

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsItWithAWordAndTheSameCommandGoesOn(String signal, int status) throws Exception {
        assumeFalse(signal.equals("INT") && interruptsAreIgnored(), "started in the background");
        List<String> command = packing("--paid", film);
        Process process = new ProcessBuilder(java(PackThenWait.class, "6000000", command)).start();
        assertEquals("reached", process.inputReader().readLine());
        Program.run(
                Map.of("PATH", System.getenv("PATH")),
                List.of("sh", "-c", "kill -%s %d".formatted(signal, process.pid())));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("the signal did not end it");
        }
        String said = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertEquals(status, process.exitValue());
        assertEquals(
                "seedhouse pack: interrupted; the same command goes on where it stopped\n", said);
        CommandRun.of(command).succeeds();
    }

    /** A shell's background jobs ignore Ctrl-C, and so does whatever they start. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored & 2) != 0);
    }

    @Test
    void aFullDiskLeavesNothingHalfMadeAndTheSameCommandGoesOn() throws Exception {
        List<String> command = packing("--paid", film, "--free", teaser);
        List<String> limited = new ArrayList<>(List.of("sh", "-c"));
        limited.add("ulimit -f 16000 && exec \"$@\""); // some 8 MB a file
        limited.add("sh");
        limited.addAll(List.of(Program.java().toString(), "-XX:-UsePerfData", "-jar"));
        limited.add(Program.jar().toString());
        limited.addAll(command);
        fails(
                Program.run(UTF8, limited),
                film + ": File too large; what is done is kept, and the same command goes on");
        CommandRun.of(command).succeeds();
        assertEquals(List.of(), damage());
    }

    @Test
    void aFileThatMayNotBeRead() throws Exception {
        open(folder);
        Files.setPosixFilePermissions(film, PosixFilePermissions.fromString("---------"));
        out = folder.resolve("theirs");
        open(Files.createDirectory(out));
        fails(asNobody(packing("--paid", film)), "film.mp4 may not be read");
    }

    @Test
    void aFolderThatMayNotBeWritten() throws Exception {
        open(folder);
        Files.setPosixFilePermissions(film, PosixFilePermissions.fromString("rw-r--r--"));
        out = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
        fails(asNobody(packing("--paid", film)), ".Demo.seedhouse-part may not be read or written");
        assertEquals(List.of(), files(out));
    }

    private void fails(Program program, String reason) {
        assertEquals(1, program.status(), program.toString());
        assertEquals(1, program.errors().lines().count(), program.errors());
        assertTrue(program.errors().contains(reason), program.errors());
        for (String name : List.of("Demo", "Demo.torrent", "Demo.keys.txt")) {
            assertFalse(Files.exists(out.resolve(name)), name);
        }
    }

    private static void open(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Program asNobody(List<String> command) throws Exception {
        List<String> all = new ArrayList<>(List.of(Program.java().toString()));
        all.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        all.add(Program.jar() + ":" + Program.target("test-classes"));
        all.add(AsNobody.class.getName());
        all.addAll(command);
        return Program.run(UTF8, all);
    }

    private static List<String> java(Class<?> main, String first, List<String> command) {
        return Stream.concat(
                        Stream.of(
                                Program.java().toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                first),
                        command.stream())
                .toList();
    }
}
