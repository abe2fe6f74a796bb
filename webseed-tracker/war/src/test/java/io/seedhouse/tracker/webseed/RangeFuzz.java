package io.seedhouse.tracker.webseed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.packager.fuzz.Memory;
import io.seedhouse.tracker.webseed.ByteRange.Part;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Any Range header of a file of any size asks for parts that are in the file and never for a byte
 * twice; in a small file, for every byte that plain arithmetic finds asked for.
 */
public final class RangeFuzz {
    private static final Memory MEMORY = new Memory(32 << 10, 512);

    private RangeFuzz() {}

    /** Called for each input: eight bytes of a size, and a header with and without its unit. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        byte[] size = Arrays.copyOf(input, Long.BYTES);
        long any = ByteBuffer.wrap(size).getLong() & Long.MAX_VALUE;
        String header = new String(input, ISO_8859_1).substring(Math.min(Long.BYTES, input.length));
        for (long length : new long[] {any, any & 0x3ff}) {
            check(header, length);
            check("bytes=" + header, length);
        }
    }

    private static void check(String header, long size) throws IOException {
        switch (MEMORY.bound(header.length(), () -> ByteRange.parse(header, size))) {
            case ByteRange.Whole whole -> require(!header.startsWith("bytes="), header);
            case ByteRange.Unsatisfiable none ->
                    require(size > 1024 || asked(header, size).isEmpty(), header);
            case ByteRange.Parts(List<Part> parts) -> {
                checkParts(parts, size);
                if (size <= 1024) {
                    BitSet missing = asked(header, size);
                    parts.forEach(p -> missing.clear((int) p.first(), (int) p.last() + 1));
                    require(missing.isEmpty(), header);
                }
            }
        }
    }

    private static void checkParts(List<Part> parts, long size) {
        require(!parts.isEmpty() && parts.size() <= ByteRange.MOST, "too many parts");
        long sum = 0;
        for (Part part : parts) {
            require(0 <= part.first() && part.first() <= part.last(), "an empty part");
            require(part.last() < size, "a part beyond the end");
            sum += part.length();
        }
        require(sum <= size, "more than the file");
        List<Part> sorted =
                parts.stream().sorted((a, b) -> Long.compare(a.first(), b.first())).toList();
        for (int i = 1; i < sorted.size(); i++) {
            require(sorted.get(i - 1).last() < sorted.get(i).first(), "a byte twice");
        }
    }

    /** The bytes that a well-formed header names; none for any other. */
    private static BitSet asked(String header, long size) {
        BitSet bytes = new BitSet();
        String[] ranges = header.replaceFirst("(?i)^bytes=", "").split(",", -1);
        for (String range : ranges) {
            if (!range.strip().matches("[0-9]*-[0-9]*") || ranges.length > ByteRange.MOST) {
                return new BitSet();
            }
            String[] ends = range.strip().split("-", 2);
            long last = number(ends[1], size);
            long first = ends[0].isEmpty() ? size - last : number(ends[0], size);
            long end = ends[0].isEmpty() || ends[1].isEmpty() ? size : Math.min(size, last + 1);
            if (first < end && !range.strip().equals("-")) {
                bytes.set((int) first, (int) end);
            }
        }
        return bytes;
    }

    /** Anything beyond the size is the size. */
    private static long number(String digits, long size) {
        return digits.isEmpty()
                ? 0
                : new BigInteger(digits).min(BigInteger.valueOf(size)).longValueExact();
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new AssertionError(problem);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "0-0",
                        "0-",
                        "-1",
                        "-0",
                        "-",
                        "5-4",
                        "0-99,200-299,50-150",
                        "100-200,0-1,-5",
                        "0-99999999999999999999999999",
                        "0-0,".repeat(16) + "0-0",
                        "0-0, 2-2 ,\t400-",
                        "bytes=0-1",
                        "items=0-1",
                        "0-1;2-3",
                        "9223372036854775807-9223372036854775807")
                .map(text -> ("\0\0\0\1\0\0\1\0" + text).getBytes(ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of("-", ",", "bytes=", "0-", "-1", "0-0,", "9223372036854775807", "1023");
    }
}
