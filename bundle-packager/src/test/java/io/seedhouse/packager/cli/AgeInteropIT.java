package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeReader;
import io.seedhouse.packager.encryption.AgeSamples;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round trips with the program {@code age}, both ways, at the edges of chunks and pieces. */
class AgeInteropIT {
    private static final int PIECE = 1 << 20;

    @TempDir Path folder;

    @Test
    void ageOpensEveryPaidFileWithTheKeysFile() throws Exception {
        Path clear = makeFiles();
        seedhouse(
                List.of(
                        "pack",
                        "--out",
                        folder.toString(),
                        "--name",
                        "Bundle",
                        "--piece-size",
                        Integer.toString(PIECE),
                        "--tracker",
                        "http://t.example/announce",
                        "--paid",
                        clear.toString()));
        for (int length : lengths()) {
            Path sealed = folder.resolve("Bundle/locked/clear/" + length + ".bin.age");
            assertEquals(AgeFormat.encryptedLength(length), Files.size(sealed));
            Path plain = ageOpens(sealed, folder.resolve("Bundle.keys.txt"));
            assertEquals(-1, Files.mismatch(clear.resolve(length + ".bin"), plain), "" + length);
        }
    }

    @Test
    void weOpenWhatAgeSealedForSeveral() throws Exception {
        Path clear = makeFiles();
        Identity first = Identity.generate();
        Identity second = Identity.generate();
        Path keyring = Files.writeString(folder.resolve("keyring.txt"), second.secret() + "\n");
        Path sealed = Files.createDirectory(folder.resolve("sealed"));
        for (int length : lengths()) {
            run(
                    "age",
                    "-r",
                    first.recipient(),
                    "-r",
                    second.recipient(),
                    "-o",
                    sealed.resolve(length + ".bin.age").toString(),
                    clear.resolve(length + ".bin").toString());
        }
        Path out = folder.resolve("out");
        seedhouse(
                List.of(
                        "unlock",
                        "--keyring",
                        keyring.toString(),
                        "--out",
                        out.toString(),
                        sealed.toString()));
        for (int length : lengths()) {
            String name = length + ".bin";
            assertEquals(-1, Files.mismatch(clear.resolve(name), out.resolve(name)), name);
            try (InputStream in =
                    new AgeReader(List.of(first))
                            .open(Files.newInputStream(sealed.resolve(name + ".age")))) {
                assertArrayEquals(Files.readAllBytes(clear.resolve(name)), in.readAllBytes());
            }
        }
    }

    @Test
    void everyOneOfTwentyRecipientsOpensOurFileWithAge() throws Exception {
        List<Identity> identities = Stream.generate(Identity::generate).limit(20).toList();
        String[] recipients = identities.stream().map(Identity::recipient).toArray(String[]::new);
        byte[] clear = Samples.bytes(70_000);
        Path sealed = Files.write(folder.resolve("film.age"), AgeSamples.seal(clear, recipients));
        for (Identity identity : identities) {
            Path keyring = Files.writeString(folder.resolve("one.txt"), identity.secret() + "\n");
            assertArrayEquals(clear, Files.readAllBytes(ageOpens(sealed, keyring)));
        }
    }

    @Test
    void ageSeesThePairsThatWeMake() throws Exception {
        Identity identity = Identity.generate();
        Path keyring = Files.writeString(folder.resolve("one.txt"), identity.secret() + "\n");
        assertEquals(identity.recipient(), recipient(keyring));
        Path made = folder.resolve("made.txt");
        run("age-keygen", "-o", made.toString());
        assertEquals(recipient(made), Keyring.read(made).identities().getFirst().recipient());
    }

    /** Plain lengths around chunks, and those whose encrypted file ends around a piece's end. */
    private static List<Integer> lengths() {
        int onePiece = PIECE - AgeFormat.HEADER - 16 * AgeFormat.TAG;
        int fourPieces = 4 * PIECE - AgeFormat.HEADER - 64 * AgeFormat.TAG;
        return IntStream.of(
                        0,
                        1,
                        65535,
                        65536,
                        65537,
                        onePiece - 1,
                        onePiece,
                        onePiece + 1,
                        PIECE,
                        fourPieces - 1,
                        fourPieces,
                        fourPieces + 1)
                .boxed()
                .toList();
    }

    private Path makeFiles() throws IOException {
        Path clear = folder.resolve("clear");
        for (int length : lengths()) {
            Samples.file(clear.resolve(length + ".bin"), length);
        }
        return clear;
    }

    private Path ageOpens(Path sealed, Path keyring) throws Exception {
        // Not with -o: of an empty file age then makes none.
        return run("age", "-d", "-i", keyring.toString(), sealed.toString());
    }

    private String recipient(Path keyring) throws Exception {
        return Files.readString(run("age-keygen", "-y", keyring.toString())).strip();
    }

    /** Runs a program to its end and answers the file with its output. */
    private Path run(String... command) throws Exception {
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(stdout.toFile())
                        .redirectError(stderr.toFile())
                        .start();
        assertEquals(0, process.waitFor(), String.join(" ", command) + Files.readString(stderr));
        return stdout;
    }

    private static void seedhouse(List<String> command) {
        StringWriter errors = new StringWriter();
        int status =
                Seedhouse.commandLine()
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(errors))
                        .execute(command.toArray(String[]::new));
        assertEquals(0, status, errors.toString());
    }
}
