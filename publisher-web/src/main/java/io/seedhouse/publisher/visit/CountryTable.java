package io.seedhouse.publisher.visit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which country an address is registered in, embedded by {@code src/main/web/countries.mjs}.
 *
 * <p>The file, big-endian: {@code SHC1}; the day of the data since 1970 (4 bytes); the numbers of
 * codes, of ranges of IPv4 and of IPv6 (4 each); the codes, two letters each, the first one blank
 * for nobody; the beginnings of the ranges of IPv4 (4 each), the index of each one's code (1 each);
 * the same of IPv6 with the first 64 bits of the address (8 each). A range ends where the next one
 * begins.
 */
final class CountryTable {
    private static final int MAGIC = 0x53484331;

    private final LocalDate day;
    private final String[] codes;
    private final int[] starts4;
    private final byte[] places4;
    private final long[] starts6;
    private final byte[] places6;

    private CountryTable(ByteBuffer in) {
        if (in.getInt() != MAGIC) {
            throw new IllegalStateException("countries.bin is no table of countries");
        }
        day = LocalDate.ofEpochDay(in.getInt());
        codes = new String[in.getInt()];
        starts4 = new int[in.getInt()];
        starts6 = new long[in.getInt()];
        byte[] letters = new byte[2];
        for (int i = 0; i < codes.length; i++) {
            in.get(letters);
            codes[i] = new String(letters, US_ASCII).strip();
        }
        Arrays.setAll(starts4, i -> flip(in.getInt()));
        places4 = bytes(in, starts4.length);
        Arrays.setAll(starts6, i -> flip(in.getLong()));
        places6 = bytes(in, starts6.length);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** The table of this build. */
    static CountryTable embedded() {
        try (InputStream in = CountryTable.class.getResourceAsStream("countries.bin")) {
            if (in == null) {
                throw new IllegalStateException("the front-end build made no countries.bin");
            }
            return new CountryTable(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the data was gathered. */
    LocalDate day() {
        return day;
    }

    /** Two letters in upper case; empty for an address that nobody has. */
    Optional<String> of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        int place =
                bytes.remaining() == 4
                        ? place(Arrays.binarySearch(starts4, flip(bytes.getInt())), places4)
                        : place(Arrays.binarySearch(starts6, flip(bytes.getLong())), places6);
        return Optional.of(codes[place]).filter(code -> !code.isEmpty());
    }

    private static int place(int found, byte[] places) {
        int range = found >= 0 ? found : -found - 2;
        return range < 0 ? 0 : Byte.toUnsignedInt(places[range]);
    }

    /** So that signed numbers sort as unsigned ones. */
    private static int flip(int number) {
        return number ^ Integer.MIN_VALUE;
    }

    private static long flip(long number) {
        return number ^ Long.MIN_VALUE;
    }
}
