package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeSamples;
import io.seedhouse.packager.encryption.SparseFilm;
import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CatCommandTest {
    private static final int LENGTH = 200_000;

    private final Identity identity = Identity.generate();
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final byte[] clear = Samples.bytes(LENGTH);
    private String stderr = "";
    private Path sealed;
    private Path keyring;

    @TempDir Path folder;

    @BeforeEach
    void seal() throws IOException {
        byte[] bytes = AgeSamples.seal(clear, identity.recipient());
        sealed = Files.write(folder.resolve("film.mp4.age"), bytes);
        keyring = Files.writeString(folder.resolve("keys.txt"), identity.secret() + "\n");
    }

    @Test
    void givesTheWholeFile() {
        assertEquals(0, cat(stdout, sealed));
        assertArrayEquals(clear, stdout.toByteArray());
        assertEquals("", stderr);
    }

    @ParameterizedTest
    @CsvSource({
        "0-0, 0, 1",
        "0-65535, 0, 65536",
        "65535-65536, 65535, 65537",
        "131000-, 131000, 200000",
        "199999-199999, 199999, 200000",
        "199990-300000, 199990, 200000",
        "-1, 199999, 200000",
        "-70000, 130000, 200000",
        "-999999, 0, 200000"
    })
    void givesARange(String range, int from, int to) {
        assertEquals(0, cat(stdout, sealed, "--range", range), stderr);
        assertArrayEquals(Arrays.copyOfRange(clear, from, to), stdout.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"200000-", "200000-200001", "999999999999-", "-0"})
    void aRangeBeyondTheEndNamesTheLength(String range) {
        assertEquals(1, cat(stdout, sealed, "--range", range));
        assertEquals(
                "seedhouse cat: %s: the range %s is beyond its end; it holds 200000 plain bytes\n"
                        .formatted(sealed, range),
                stderr);
        assertEquals(0, stdout.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "5", "9-3", "a-b", "1-2-3", "0x1-", "1-99999999999999999999"})
    void whatIsNoRangeIsAMistakeInTheUsage(String range) {
        assertEquals(2, cat(stdout, sealed, "--range=" + range));
        assertEquals(1, stderr.lines().count(), stderr);
        assertEquals(0, stdout.size());
    }

    @Test
    void readsOnlyTheChunksItNeeds() throws IOException {
        Samples.damage(sealed, AgeFormat.HEADER + AgeFormat.SEALED_CHUNK + 9);
        assertEquals(0, cat(stdout, sealed, "--range", "0-65535"));
        assertEquals(0, cat(stdout, sealed, "--range", "131072-"));
        assertEquals(LENGTH - AgeFormat.CHUNK, stdout.size());
        assertEquals(1, cat(stdout, sealed, "--range", "65536-65536"));
        assertEquals(
                "seedhouse cat: %s: it is damaged in chunk 1 at byte 65736; fetch it again\n"
                        .formatted(sealed),
                stderr);
        assertEquals(LENGTH - AgeFormat.CHUNK, stdout.size());
    }

    @Test
    void seeksBeyond100Gigabytes() throws IOException {
        SparseFilm film = SparseFilm.create(folder.resolve("long.age"), identity.recipient());
        long chunk = film.written().get(2);
        long from = chunk * AgeFormat.CHUNK + 3;
        assertEquals(0, cat(stdout, film.path(), "--range", from + "-" + (from + 9)));
        assertArrayEquals(Arrays.copyOfRange(film.clear(chunk), 3, 13), stdout.toByteArray());
        stdout.reset();
        assertEquals(0, cat(stdout, film.path(), "--range", "-5"));
        assertEquals(5, stdout.size());
    }

    @Test
    void anEmptyFileIsGivenAsSuch() throws IOException {
        Path empty =
                Files.write(
                        folder.resolve("e"), AgeSamples.seal(new byte[0], identity.recipient()));
        assertEquals(0, cat(stdout, empty), stderr);
        assertEquals(1, cat(stdout, empty, "--range", "0-0"));
    }

    @Test
    void aReaderThatGoesAwayIsNoFault() {
        assertEquals(0, cat(failing("Broken pipe"), sealed));
        assertEquals("", stderr);
    }

    @Test
    void aFullDiskIsAFault() {
        assertEquals(1, cat(failing("No space left on device"), sealed));
        assertEquals("seedhouse cat: standard output: No space left on device\n", stderr);
    }

    @Test
    void aKeyringForAnotherFileIsAFaultInOneLine() throws IOException {
        Files.writeString(keyring, Identity.generate().secret());
        assertEquals(1, cat(stdout, sealed));
        assertEquals(1, stderr.lines().count(), stderr);
        assertFalse(stderr.contains("SECRET"), stderr);
        assertEquals(0, stdout.size());
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private int cat(OutputStream out, Path file, String... more) {
        CommandLine line = Seedhouse.commandLine();
        CommandLine subcommand = Objects.requireNonNull(line.getSubcommands().get("cat"));
        CatCommand cat = subcommand.getCommand();
        cat.out = out;
        StringWriter errors = new StringWriter();
        List<String> args = new ArrayList<>(List.of("cat", "--keyring", keyring.toString()));
        args.addAll(List.of(more));
        args.add(file.toString());
        int status = line.setErr(new PrintWriter(errors)).execute(args.toArray(String[]::new));
        stderr = errors.toString();
        return status;
    }
}
