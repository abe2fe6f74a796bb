package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.HEADER;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFileTest {
    private final Identity mine = Identity.generate();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65535, 65536, 65537, 131072, 200_000})
    void givesAnyRange(int length) throws IOException {
        byte[] clear = Samples.bytes(length);
        try (AgeFile file = open(seal(clear))) {
            assertEquals(length, file.clearLength());
            assertArrayEquals(clear, read(file, 0, length));
            for (int from : new int[] {0, 1, 65535, 65536, 131_000, length}) {
                int to = Math.min(length, from + 70_000);
                if (from <= to) {
                    assertArrayEquals(
                            Arrays.copyOfRange(clear, from, to), read(file, from, 70_000));
                }
            }
        }
    }

    @Test
    void severalThreadsReadAtOnce() throws IOException {
        byte[] clear = Samples.bytes(40 * CHUNK + 5);
        try (AgeFile file = open(seal(clear))) {
            byte[] read = new byte[clear.length];
            IntStream.range(0, 41).parallel().forEach(i -> readChunk(file, i, read));
            assertArrayEquals(clear, read);
        }
    }

    private static void readChunk(AgeFile file, int number, byte[] into) {
        try {
            int offset = number * CHUNK;
            file.read(offset, into, offset, Math.min(CHUNK, into.length - offset));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPositionBeyondTheEndIsTheCallersMistake() throws IOException {
        try (AgeFile file = open(seal(Samples.bytes(10)))) {
            var mistake = assertThrows(IndexOutOfBoundsException.class, () -> read(file, 11, 1));
            assertEquals("position 11 is outside a file of 10 bytes", Samples.message(mistake));
            assertThrows(IndexOutOfBoundsException.class, () -> read(file, -1, 1));
        }
    }

    @Test
    void aCutFileIsNotEvenOpened() throws IOException {
        Path file = seal(Samples.bytes(3 * CHUNK + 9));
        for (int length :
                new int[] {0, 30, HEADER - 1, HEADER, HEADER + SEALED_CHUNK, HEADER + 70_000}) {
            byte[] cut = Arrays.copyOf(Files.readAllBytes(file), length);
            Path shorter = Files.write(folder.resolve("cut.age"), cut);
            assertThrows(AgeException.class, () -> open(shorter));
        }
    }

    @Test
    void onlyTheChunksThatAreAskedForAreRead() throws IOException {
        byte[] clear = Samples.bytes(4 * CHUNK);
        Path sealed = seal(clear);
        Samples.damage(sealed, HEADER + 2 * SEALED_CHUNK + 5);
        try (AgeFile file = open(sealed)) {
            assertArrayEquals(Arrays.copyOf(clear, 2 * CHUNK), read(file, 0, 2 * CHUNK));
            var damaged =
                    assertThrows(AgeException.Damaged.class, () -> read(file, 2 * CHUNK - 1, 2));
            assertEquals(2, damaged.chunk());
            assertEquals(HEADER + 2 * SEALED_CHUNK, damaged.offset());
        }
    }

    @Test
    void aDamagedEndOrNonceIsNoticedOnOpening() throws IOException {
        Path end = seal(Samples.bytes(3 * CHUNK));
        Samples.damage(end, HEADER + 2 * SEALED_CHUNK);
        assertEquals(2, assertThrows(AgeException.Damaged.class, () -> open(end)).chunk());
        Path nonce = seal(Samples.bytes(3 * CHUNK));
        Samples.damage(nonce, HEADER - 1);
        var damaged = assertThrows(AgeException.Damaged.class, () -> open(nonce));
        assertEquals(0, damaged.chunk());
        assertTrue(Samples.message(damaged).contains("the 16 bytes before it"));
    }

    @Test
    void readsTheFarEndOfAFileOfMoreThan100Gigabytes() throws IOException {
        SparseFilm film = SparseFilm.create(folder.resolve("long.age"), mine.recipient());
        try (AgeFile file = AgeFile.open(film.path(), List.of(mine))) {
            assertEquals(SparseFilm.LENGTH, file.clearLength());
            for (long chunk : film.written()) {
                byte[] clear = film.clear(chunk);
                assertArrayEquals(clear, read(file, chunk * CHUNK, clear.length));
            }
            assertThrows(AgeException.Damaged.class, () -> read(file, SparseFilm.LENGTH / 2, 1));
        }
    }

    @Test
    void aFileThatShrinksMeanwhileIsNotGivenAsWhole() throws IOException {
        Path sealed = seal(Samples.bytes(3 * CHUNK));
        try (AgeFile file = open(sealed)) {
            Samples.cut(sealed, HEADER + SEALED_CHUNK + 7);
            assertEquals(CHUNK, read(file, 0, CHUNK).length);
            assertThrows(AgeException.Truncated.class, () -> read(file, CHUNK, CHUNK));
        }
    }

    @Test
    void saysWhatElseKeepsAFileFromOpening() throws IOException {
        Path sealed = seal(Samples.bytes(5));
        var refusal =
                assertThrows(
                        AgeException.NoIdentityMatches.class,
                        () -> AgeFile.open(sealed, List.of(Identity.generate())));
        assertEquals(
                "no identity of the keyring opens its header (bytes 0 to 183): the keyring is for"
                        + " another file, or the header was changed",
                Samples.message(refusal));
        Path missing = folder.resolve("missing.age");
        assertInstanceOf(
                NoSuchFileException.class, assertThrows(IOException.class, () -> open(missing)));
        assertThrows(IOException.class, () -> open(folder));
    }

    private AgeFile open(Path file) throws IOException {
        return AgeFile.open(file, List.of(mine));
    }

    private static byte[] read(AgeFile file, long position, int length) throws IOException {
        byte[] into = new byte[length];
        return Arrays.copyOf(into, file.read(position, into, 0, length));
    }

    private Path seal(byte[] clear) throws IOException {
        return Files.write(folder.resolve("film.age"), AgeSamples.seal(clear, mine.recipient()));
    }
}
