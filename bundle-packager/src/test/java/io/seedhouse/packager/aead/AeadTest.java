package io.seedhouse.packager.aead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seedhouse.packager.Samples;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own and libcrypto, held to each other and to what is right. */
class AeadTest {
    private static final byte[] KEY = Arrays.copyOf(Samples.bytes(1000), Aead.KEY);
    private static final byte[] NONCE = Arrays.copyOf(Samples.bytes(2000), Aead.NONCE);

    static Stream<Aead> implementations() {
        return Stream.concat(Stream.of(new JavaAead()), Libcrypto.load().stream());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 63, 64, 65, 65_535, 65_536})
    void bothGiveTheSameBytes(int length) {
        Optional<Libcrypto> libcrypto = Libcrypto.load();
        assumeTrue(libcrypto.isPresent(), "this machine has no OpenSSL 3");
        byte[] clear = Samples.bytes(length);

        byte[] java = seal(new JavaAead(), clear);
        assertArrayEquals(java, seal(libcrypto.get(), clear));
        assertArrayEquals(clear, open(libcrypto.get(), java));
        assertArrayEquals(clear, open(new JavaAead(), java));
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void worksInTheMiddleOfAnArrayAndLeavesTheRestAlone(Aead aead) {
        byte[] clear = Samples.bytes(300);
        byte[] out = new byte[400];

        assertEquals(116, aead.seal(KEY, NONCE, ByteBuffer.wrap(clear), 50, 100, out, 20));

        byte[] alone = seal(aead, Arrays.copyOfRange(clear, 50, 150));
        assertArrayEquals(alone, Arrays.copyOfRange(out, 20, 136));
        assertArrayEquals(new byte[20], Arrays.copyOf(out, 20));
        assertArrayEquals(new byte[264], Arrays.copyOfRange(out, 136, 400));
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void refusesEveryFlippedBit(Aead aead) {
        byte[] sealed =
                seal(
                        aead,
                        "forty bytes of a film, more or less".getBytes(StandardCharsets.US_ASCII));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(-1, aead.open(KEY, NONCE, flipped, flipped.length, new byte[100]));
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void neverReachesBeyondAnArray(Aead aead) {
        byte[] clear = new byte[100];

        assertThrows(
                RuntimeException.class,
                () -> aead.seal(KEY, NONCE, ByteBuffer.wrap(clear), 50, 51, new byte[200], 0));
        assertThrows(
                RuntimeException.class,
                () -> aead.seal(KEY, NONCE, ByteBuffer.wrap(clear), 0, 100, new byte[115], 0));
        byte[] sealed = seal(aead, clear);
        assertThrows(
                RuntimeException.class, () -> aead.open(KEY, NONCE, sealed, 116, new byte[99]));
        assertThrows(
                RuntimeException.class, () -> aead.open(KEY, NONCE, sealed, 117, new byte[200]));
    }

    @Test
    void theChosenOneIsOneOfThem() {
        byte[] clear = Samples.bytes(1000);
        assertArrayEquals(seal(new JavaAead(), clear), seal(Aead.fastest(), clear));
    }

    private static byte[] seal(Aead aead, byte[] clear) {
        byte[] out = new byte[clear.length + Aead.TAG];
        assertEquals(
                out.length, aead.seal(KEY, NONCE, ByteBuffer.wrap(clear), 0, clear.length, out, 0));
        return out;
    }

    private static byte[] open(Aead aead, byte[] sealed) {
        byte[] out = new byte[sealed.length];
        int length = aead.open(KEY, NONCE, sealed, sealed.length, out);
        return Arrays.copyOf(out, length);
    }
}
