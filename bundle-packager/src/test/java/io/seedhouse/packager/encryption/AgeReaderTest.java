package io.seedhouse.packager.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeReaderTest {
    private static final int CHUNK = AgeFormat.CHUNK;
    private static final int SEALED = AgeFormat.SEALED_CHUNK;
    private static final int HEADER = AgeFormat.HEADER;

    private final Identity mine = Identity.generate();
    private final Identity other = Identity.generate();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65535, 65536, 65537, 131072, 200_000})
    void givesBackTheBytes(int length) throws IOException {
        byte[] clear = Samples.bytes(length);
        byte[] sealed = seal(clear);
        assertEquals(AgeFormat.encryptedLength(length), sealed.length);
        assertArrayEquals(clear, open(sealed, mine));
    }

    @Test
    void opensWithAnyOfSeveralIdentitiesInAnyOrder() throws IOException {
        byte[] clear = Samples.bytes(100_000);
        byte[] sealed = seal(clear);
        assertArrayEquals(clear, open(sealed, mine, other));
        assertArrayEquals(clear, open(sealed, other, mine, Identity.generate()));
    }

    @Test
    void saysWhenNoIdentityMatches() {
        refuses(AgeException.NoIdentityMatches.class, seal(Samples.bytes(9)), other);
        refuses(AgeException.NoIdentityMatches.class, seal(Samples.bytes(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "age-encryption.org/v2\n", "PK\3\4 some other file"})
    void saysWhenItIsNoAgeFile(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        refuses(AgeException.NotAnAgeFile.class, bytes, mine);
    }

    @Test
    void aHeaderWithoutEndIsRefusedWithinABound() {
        byte[] endless = new byte[1 << 20];
        Arrays.fill(endless, (byte) 'a');
        byte[] version = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(version, 0, endless, 0, version.length);
        refuses(AgeException.Damaged.class, endless, mine);
    }

    @Test
    void aMalformedHeaderIsNamedByLineAndOffset() {
        String text = "age-encryption.org/v1\n-> grease\n" + "A".repeat(68) + "\n--- ";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "it is damaged in its header at byte 32, where line 3 of its header is longer than"
                        + " 64 characters; fetch it again",
                Samples.message(failure(bytes, mine)));
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] good = seal(Samples.bytes(300));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThrows(AgeException.class, () -> open(bad, mine));
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] good = seal(Samples.bytes(300));
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(AgeException.class, () -> open(cut, mine));
        }
    }

    @Test
    void aCutBetweenChunksIsNamedAsSuch() {
        byte[] good = seal(Samples.bytes(3 * CHUNK));
        for (int length :
                new int[] {30, HEADER - 1, HEADER, HEADER + SEALED, HEADER + 2 * SEALED}) {
            refuses(AgeException.Truncated.class, Arrays.copyOf(good, length), mine);
        }
    }

    @Test
    void namesTheDamagedChunkAndItsPlace() {
        byte[] bad = seal(Samples.bytes(3 * CHUNK));
        bad[HEADER + SEALED + 77] ^= 1;
        var damaged = assertInstanceOf(AgeException.Damaged.class, failure(bad, mine));
        assertEquals(1, damaged.chunk());
        assertEquals(HEADER + SEALED, damaged.offset());
    }

    @Test
    void givesNothingOfADamagedChunk() throws IOException {
        byte[] clear = Samples.bytes(2 * CHUNK);
        byte[] bad = seal(clear);
        bad[bad.length - 1] ^= 1;
        try (var in = new AgeReader(List.of(mine)).open(new ByteArrayInputStream(bad))) {
            assertArrayEquals(Arrays.copyOf(clear, CHUNK), in.readNBytes(CHUNK));
            assertThrows(AgeException.Damaged.class, in::read);
        }
    }

    @Test
    void bytesAfterTheEndAreNoticed() {
        for (int length : new int[] {5, CHUNK}) {
            byte[] good = seal(Samples.bytes(length));
            byte[] longer = Arrays.copyOf(good, good.length + 3);
            refuses(AgeException.Damaged.class, longer, mine);
        }
    }

    @Test
    void chunksCannotChangePlaces() {
        byte[] good = seal(Samples.bytes(3 * CHUNK));
        byte[] swapped = good.clone();
        System.arraycopy(good, HEADER, swapped, HEADER + SEALED, SEALED);
        System.arraycopy(good, HEADER + SEALED, swapped, HEADER, SEALED);
        refuses(AgeException.Damaged.class, swapped, mine);
    }

    @Test
    void anEmptyLastChunkIsOnlyForAnEmptyFile() {
        AgeHeader header = AgeHeader.forRecipients(List.of(mine.recipient()));
        byte[] bytes = Arrays.copyOf(header.bytes(), HEADER + SEALED + AgeFormat.TAG);
        ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        cipher.seal(0, false, ByteBuffer.wrap(new byte[CHUNK]), 0, CHUNK, bytes, HEADER);
        cipher.seal(1, true, ByteBuffer.wrap(new byte[0]), 0, 0, bytes, HEADER + SEALED);
        refuses(AgeException.Damaged.class, bytes, mine);
    }

    @Test
    void refusesWhatIsNoRecipient() {
        for (String bad : List.of("", "age1", "ssh-ed25519 AAAA", mine.recipient() + "x")) {
            assertThrows(
                    IllegalArgumentException.class, () -> AgeHeader.forRecipients(List.of(bad)));
        }
    }

    private void refuses(Class<? extends AgeException> kind, byte[] bytes, Identity... keys) {
        assertInstanceOf(kind, failure(bytes, keys));
    }

    private static AgeException failure(byte[] bytes, Identity... keys) {
        return assertThrows(AgeException.class, () -> open(bytes, keys));
    }

    private static byte[] open(byte[] sealed, Identity... keys) throws IOException {
        try (var in = new AgeReader(List.of(keys)).open(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    private byte[] seal(byte[] clear) {
        return AgeSamples.seal(clear, mine.recipient());
    }
}
