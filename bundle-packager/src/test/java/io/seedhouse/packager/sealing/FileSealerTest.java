package io.seedhouse.packager.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeReader;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.Hashed;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSealerTest {
    private static final int MIB = 1 << 20;

    @TempDir Path folder;

    private final Identity identity = Identity.generate();

    /** Around chunks, pieces and units (4 MiB), where header and tags shift every edge. */
    @ParameterizedTest
    @CsvSource({
        "0,16384",
        "1,16384",
        "65535,16384",
        "65536,65536",
        "65537,1048576",
        "1048376,1048576",
        "1048577,1048576",
        "4193000,1048576",
        "4194304,65536",
        "8388608,8388608",
        "12600001,1048576"
    })
    void encryptsWhatAgeReadsBackAndHashesWhatItWrote(int length, int pieceLength)
            throws IOException {
        Path clear = Samples.file(folder.resolve("film"), length);
        Path target = folder.resolve("film.age");
        AtomicLong progress = new AtomicLong();
        SealedFile sealed =
                new FileSealer(pieceLength)
                        .encrypt(
                                clear,
                                target,
                                identity.recipient(),
                                "locked/film.age",
                                progress::addAndGet);
        try (var in = new AgeReader(List.of(identity)).open(Files.newInputStream(target))) {
            assertArrayEquals(Files.readAllBytes(clear), in.readAllBytes());
        }
        assertEquals(length, progress.get());
        assertEquals(Files.size(target), sealed.length());
        assertEquals(hashesOf(target, pieceLength), sealed.hashes());
    }

    /** Around portions (128 KiB), pieces and units (4 MiB). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_072, 1_048_577, 12_600_001})
    void hashesWhatItCopies(int length) throws IOException {
        Path file = Samples.file(folder.resolve("teaser"), length);
        Path target = Samples.file(folder.resolve("copy"), 20 * MIB);
        AtomicLong progress = new AtomicLong();
        SealedFile copied =
                new FileSealer(MIB).copy(file, target, "free/teaser", progress::addAndGet);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(target));
        assertEquals(hashesOf(file, MIB), copied.hashes());
        assertEquals(length, progress.get());
    }

    @Test
    void hashesClearFiles() throws IOException {
        Path file = Samples.file(folder.resolve("teaser"), 9 * MIB + 5);
        AtomicLong progress = new AtomicLong();
        SealedFile sealed = new FileSealer(MIB).hash(file, "free/teaser", progress::addAndGet);
        assertEquals(hashesOf(file, MIB), sealed.hashes());
        assertEquals(9 * MIB + 5, progress.get());
    }

    @Test
    void reportsProgressAtLeastEveryFewMebibytes() throws IOException {
        Path file = Samples.file(folder.resolve("film"), 20 * MIB);
        new FileSealer(MIB)
                .hash(file, "free/film", bytes -> assertTrue(bytes <= 4 * MIB, bytes + " bytes"));
    }

    @Test
    void twoSealingsOfOneFileShareNoBytesPastTheVersion() throws IOException {
        Path clear = Samples.file(folder.resolve("film"), MIB);
        byte[] one = Files.readAllBytes(encrypt(clear, "one.age"));
        byte[] other = Files.readAllBytes(encrypt(clear, "other.age"));
        int same = 0;
        for (int i = 200; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        assertTrue(same < one.length / 128, same + " equal bytes");
    }

    @Test
    void anInterruptStopsItAndLeavesNothingBehind() throws IOException {
        Path clear = Samples.file(folder.resolve("film"), 40 * MIB);
        Path target = folder.resolve("film.age");
        assertThrows(
                ClosedByInterruptException.class,
                () ->
                        new FileSealer(MIB)
                                .encrypt(
                                        clear,
                                        target,
                                        identity.recipient(),
                                        "locked/film.age",
                                        bytes -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted(), "the interrupt status is kept");
        assertFalse(Files.exists(target));
    }

    @Test
    void aFileThatShrinksMeanwhileIsNamed() throws IOException {
        Path clear = Samples.file(folder.resolve("film"), 40 * MIB);
        Path target = folder.resolve("film.age");
        var failure =
                assertThrows(
                        IOException.class,
                        () ->
                                new FileSealer(MIB)
                                        .encrypt(
                                                clear,
                                                target,
                                                identity.recipient(),
                                                "locked/film.age",
                                                bytes -> truncate(clear)));
        assertTrue(Samples.message(failure).contains(clear + " changed"), Samples.message(failure));
        assertFalse(Files.exists(target));
    }

    @Test
    void aMissingFileIsNamedAndNoTargetAppears() {
        Path target = folder.resolve("film.age");
        var failure =
                assertThrows(
                        NoSuchFileException.class,
                        () ->
                                new FileSealer(MIB)
                                        .encrypt(
                                                folder.resolve("no film"),
                                                target,
                                                identity.recipient(),
                                                "locked/film.age",
                                                bytes -> {}));
        assertTrue(failure.getFile().endsWith("no film"));
        assertFalse(Files.exists(target));
    }

    private Path encrypt(Path clear, String name) throws IOException {
        Path target = folder.resolve(name);
        new FileSealer(MIB)
                .encrypt(clear, target, identity.recipient(), "locked/film.age", bytes -> {});
        return target;
    }

    private static void truncate(Path file) {
        try {
            Samples.cut(file, 10);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FileHashes hashesOf(Path file, int pieceLength) throws IOException {
        return Hashed.of(Files.readAllBytes(file), pieceLength);
    }
}
