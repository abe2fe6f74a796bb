package io.seedhouse.packager.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.ReadResult.Reader;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The C2SP test kit for age, version 0.2.0: every vector is a test of its own, for both readers.
 *
 * <p>Vectors of kinds that we do not read (armored text, passphrases, post-quantum recipients) must
 * be refused; no other is left out.
 */
class AgeTestKitTest {
    private static final int VECTORS = 143;
    private static final Path SHARED = Path.of("../../shared/vectors/age/testdata");
    private static final Path FETCHED = Path.of("target/age-test-kit/testdata");

    @TempDir Path folder;

    @Test
    void theKitIsWhole() throws IOException {
        assertEquals(VECTORS, vectors().size());
        assertEquals(67, vectors().stream().filter(vector -> vector.leftOut() == null).count());
    }

    @TestFactory
    Stream<DynamicTest> bothReadersDoWhatTheVectorExpects() throws IOException {
        System.out.println("age test kit: vectors from " + source().toRealPath());
        return vectors().stream()
                .map(vector ->
                        DynamicTest.dynamicTest(
                                title(vector),
                                () -> {
                                    if (vector.leftOut() == null) {
                                        check(vector);
                                    } else {
                                        checkRefused(vector);
                                    }
                                }));
    }

    private static String title(KitVector vector) {
        return vector.leftOut() == null
                ? vector.name()
                : vector.name() + " (refused: " + vector.leftOut() + " not read)";
    }

    private void check(KitVector vector) throws Exception {
        ReadResult stream = ReadResult.of(Reader.STREAM, write(vector), vector.identities());
        ReadResult random = ReadResult.of(Reader.RANDOM, write(vector), vector.identities());
        switch (vector.expect()) {
            case "success" -> {
                assertNull(stream.failure());
                assertNull(random.failure());
                assertEquals(vector.payload(), sha256(stream.plain()));
                assertArrayEquals(stream.plain(), random.plain());
            }
            case "payload failure" -> {
                assertFailsInItsChunks(stream.failure());
                assertFailsInItsChunks(random.failure());
                assertEquals(vector.payload(), sha256(stream.plain()));
                byte[] before = Arrays.copyOf(stream.plain(), random.plain().length);
                assertArrayEquals(before, random.plain());
            }
            case "no match" -> assertRefused(AgeException.NoIdentityMatches.class, stream, random);
            case "HMAC failure" -> {
                assertRefused(AgeException.Damaged.class, stream, random);
                assertTrue(message(stream).endsWith("its MAC differs; fetch it again"));
            }
            case "header failure" -> {
                assertRefused(AgeException.class, stream, random);
                assertFalse(stream.failure() instanceof AgeException.NoIdentityMatches);
                assertFalse(message(stream).contains("its MAC differs"), message(stream));
                assertEquals(message(stream), message(random));
            }
            default -> throw new AssertionError("the kit expects " + vector.expect());
        }
    }

    private void checkRefused(KitVector vector) throws IOException {
        List<Identity> any = List.of(Identity.generate());
        assertRefused(
                AgeException.class,
                ReadResult.of(Reader.STREAM, write(vector), any),
                ReadResult.of(Reader.RANDOM, write(vector), any));
        for (String identity : vector.values("identity")) {
            if (identity.startsWith("AGE-SECRET-KEY-PQ-1")) {
                assertThrows(IllegalArgumentException.class, () -> Identity.parse(identity));
            }
        }
    }

    private static void assertRefused(Class<? extends AgeException> kind, ReadResult... results) {
        for (ReadResult result : results) {
            assertInstanceOf(kind, result.failure());
            assertFalse(result.opened(), "the header was taken for good");
        }
    }

    private static void assertFailsInItsChunks(@Nullable AgeException e) {
        assertNotNull(e);
        if (e instanceof AgeException.Damaged damaged) {
            assertTrue(damaged.chunk() >= 0, Samples.message(e));
        } else {
            assertInstanceOf(AgeException.Truncated.class, e);
        }
    }

    private static String message(ReadResult result) {
        return String.valueOf(result.failure());
    }

    private Path write(KitVector vector) throws IOException {
        return Files.write(folder.resolve(vector.name()), vector.file());
    }

    private static List<KitVector> vectors() throws IOException {
        try (Stream<Path> files = Files.list(source())) {
            List<Path> paths = files.sorted().toList();
            List<KitVector> vectors = new ArrayList<>();
            for (Path path : paths) {
                vectors.add(KitVector.read(path));
            }
            return vectors;
        }
    }

    /** Beside the checkout, or as the build fetched it. */
    private static Path source() {
        return Files.isDirectory(SHARED) ? SHARED : FETCHED;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
