package io.seedhouse.packager.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16384, 16385, 100_000})
    void readsBackTheCheckpointItWrote(int length) throws IOException {
        SealedFile sealed = sealed(length);
        Path checkpoint = folder.resolve("checkpoint");
        sealed.writeTo(checkpoint);
        assertEquals(sealed, SealedFile.readFrom(checkpoint));
    }

    @Test
    void replacesAnOlderCheckpointAndLeavesNoOtherFile() throws IOException {
        Path checkpoint = Files.createDirectory(folder.resolve("checkpoints")).resolve("film");
        sealed(5).writeTo(checkpoint);
        sealed(50_000).writeTo(checkpoint);
        assertEquals(50_000, SealedFile.readFrom(checkpoint).length());
        try (Stream<Path> files = Files.list(checkpoint.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void refusesADamagedOrCutCheckpoint() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        sealed(40_000).writeTo(checkpoint);
        byte[] good = Files.readAllBytes(checkpoint);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            refuses(checkpoint, bad);
            refuses(checkpoint, Arrays.copyOf(good, i));
        }
    }

    private static void refuses(Path checkpoint, byte[] bytes) throws IOException {
        Files.write(checkpoint, bytes);
        var refusal =
                assertThrows(
                        DamagedCheckpointException.class, () -> SealedFile.readFrom(checkpoint));
        assertTrue(Samples.message(refusal).contains("seal the file again"));
    }

    private SealedFile sealed(int length) throws IOException {
        Path file = Samples.file(folder.resolve("film"), length);
        return new FileSealer(16384).hash(file, "free/film", bytes -> {});
    }
}
