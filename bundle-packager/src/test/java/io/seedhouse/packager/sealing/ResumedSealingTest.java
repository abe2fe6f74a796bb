package io.seedhouse.packager.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedSealingTest {
    private static final int LENGTH = 9_000_000;

    @TempDir Path folder;

    private final Identity identity = Identity.generate();
    private final FileSealer sealer = new FileSealer(1 << 20);
    private Path clear;
    private Path sealed;
    private byte[] whole;
    private SealedFile uninterrupted;

    @BeforeEach
    void sealOnce() throws IOException {
        clear = Samples.file(folder.resolve("clear"), LENGTH);
        sealed = folder.resolve("sealed");
        uninterrupted = sealer.encrypt(clear, sealed, identity.recipient(), "a", bytes -> {});
        whole = Files.readAllBytes(sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {184, 185, 4096, 65_719, 65_720, 4_194_304, 5_000_001, 9_000_000})
    void makesTheSameOfAFileCutAnywhere(int length) throws IOException {
        Samples.cut(sealed, length);
        assertResumes();
    }

    @ParameterizedTest
    @CsvSource({
        "4194304, 8388608", // a unit that was not written while later ones were
        "4194304, 4198400", // a block
        "5000001, 5001472", // the end of a block: a write that was broken off
        "4194304, 4195000", // its beginning
        "5000001, 7000003"
    })
    void fillsHoles(int from, int to) throws IOException {
        byte[] partial = whole.clone();
        Arrays.fill(partial, from, to, (byte) 0);
        Files.write(sealed, partial);
        assertResumes();
    }

    @Test
    void leavesACompleteFileAsItIs() throws IOException {
        var modified = Files.getLastModifiedTime(sealed);
        assertResumes();
        assertEquals(modified, Files.getLastModifiedTime(sealed));
    }

    @Test
    void goesOnFromABeginningAlone() throws IOException {
        FileSealer.begin(sealed, java.util.List.of(identity.recipient()));
        SealedFile file = sealer.resume(clear, sealed, identity, "a", bytes -> {});
        assertEquals(uninterrupted.length(), file.length());
        assertEquals(file, sealer.hash(sealed, "a", bytes -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_535, 65_536, 4_500_000, LENGTH - 1})
    void refusesAnInputThatChanged(int offset) throws IOException {
        Samples.damage(clear, offset);
        refuses(ChangedInputException.class);
    }

    /** The change shows at the end of what is there, when other threads may be past it. */
    @ParameterizedTest
    @CsvSource({"300000, 290000", "4190000, 4180000", "5000001, 4990000"})
    void refusesAnInputThatChangedUnderAFileCutAnywhere(int length, int offset) throws IOException {
        Samples.cut(sealed, length);
        whole = Files.readAllBytes(sealed);
        Samples.damage(clear, offset);
        refuses(ChangedInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"100000, 200000, 4000000", "100000, 4300000, 8900000"})
    void refusesAnInputThatChangedBehindAHole(int from, int to, int offset) throws IOException {
        Arrays.fill(whole, from, to, (byte) 0);
        Files.write(sealed, whole);
        Samples.damage(clear, offset);
        refuses(ChangedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {LENGTH - 1, 5_000_000, 0})
    void refusesAnInputThatIsShorter(int length) throws IOException {
        Samples.cut(clear, length);
        refuses(ChangedInputException.class);
    }

    @Test
    void refusesAnInputThatGrew() throws IOException {
        Files.write(clear, new byte[100_000], java.nio.file.StandardOpenOption.APPEND);
        refuses(ChangedInputException.class);
    }

    @Test
    void refusesTheFileOfAnotherIdentity() throws IOException {
        sealer.encrypt(clear, sealed, Identity.generate().recipient(), "a", bytes -> {});
        whole = Files.readAllBytes(sealed);
        refuses(AgeException.NoIdentityMatches.class);
    }

    @Test
    void refusesAHalfHeader() throws IOException {
        Samples.cut(sealed, 100);
        whole = Files.readAllBytes(sealed);
        refuses(AgeException.Truncated.class);
    }

    private void assertResumes() throws IOException {
        long[] progress = {0};
        SealedFile file =
                sealer.resume(clear, sealed, identity, "a", bytes -> progress[0] += bytes);
        assertArrayEquals(whole, Files.readAllBytes(sealed));
        assertEquals(uninterrupted, file);
        assertEquals(LENGTH, progress[0]);
    }

    /** And keeps every byte of what is there, for whoever wants to look. */
    private void refuses(Class<? extends IOException> reason) throws IOException {
        assertThrows(reason, () -> sealer.resume(clear, sealed, identity, "a", bytes -> {}));
        assertArrayEquals(whole, Files.readAllBytes(sealed));
    }
}
