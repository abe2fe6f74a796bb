package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of authentic chunks in any order and of any kind are read alike by {@link AgeReader} and
 * {@link AgeFile}, and as whole only when they are exactly what sealing makes of their content.
 *
 * <p>Mutation cannot make a tag, so an input is a plan: a byte for each chunk, of which the lowest
 * three bits give the length, the next says "last", the next two the number, and the highest two
 * what happened to the chunk afterwards.
 */
public final class AgePayloadFuzz {
    private static final int MOST_CHUNKS = 4;
    private static final int[] LENGTHS = {0, 1, 15, 16, 1000, CHUNK - 1, CHUNK, CHUNK};
    private static final byte[] HEADER = FuzzKeys.header(FuzzKeys.stanza(FuzzKeys.IDENTITY));
    private static final Path FILE = file();

    private AgePayloadFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("payload", ".age");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] plan) throws IOException {
        byte[] file = build(plan);
        Files.write(FILE, file);
        byte[] streamed = readAsStream(file);
        byte[] anywhere = readAnywhere();
        if (!Arrays.equals(streamed, anywhere)) {
            throw new AssertionError("the two readers differ");
        }
        if (streamed != null && !Arrays.equals(file, seal(streamed))) {
            throw new AssertionError("a file is taken as whole that nobody sealed");
        }
        if (streamed == null && Arrays.equals(file, seal(clear(plan)))) {
            throw new AssertionError("a whole file is refused");
        }
    }

    private static byte @Nullable [] readAsStream(byte[] file) throws IOException {
        var reader = new AgeReader(FuzzKeys.identities());
        try (var clear = reader.open(new ByteArrayInputStream(file))) {
            return clear.readAllBytes();
        } catch (AgeException e) {
            return null;
        }
    }

    private static byte @Nullable [] readAnywhere() throws IOException {
        try (AgeFile file = AgeFile.open(FILE, FuzzKeys.identities())) {
            byte[] clear = new byte[(int) file.clearLength()];
            int read = file.read(0, clear, 0, clear.length);
            return read == clear.length ? clear : null;
        } catch (AgeException e) {
            return null;
        }
    }

    private static byte[] build(byte[] plan) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(HEADER);
        for (int i = 0; i < Math.min(plan.length, MOST_CHUNKS); i++) {
            byte[] clear = new byte[LENGTHS[plan[i] & 7]];
            int number = (plan[i] >> 4 & 3) == 0 ? i : (plan[i] >> 4 & 3) - 1;
            file.writeBytes(mishap(plan[i] >> 6 & 3, seal(number, (plan[i] & 8) != 0, clear)));
        }
        return file.toByteArray();
    }

    private static byte[] mishap(int kind, byte[] sealed) {
        return switch (kind) {
            case 1 -> Arrays.copyOf(sealed, sealed.length - 1);
            case 2 -> Arrays.copyOf(sealed, Math.min(sealed.length + 1, SEALED_CHUNK));
            case 3 -> Arrays.copyOfRange(sealed, 1, sealed.length + 1);
            default -> sealed;
        };
    }

    private static byte[] seal(int number, boolean last, byte[] clear) {
        byte[] sealed = new byte[clear.length + AgeFormat.TAG];
        FuzzKeys.cipher().seal(number, last, ByteBuffer.wrap(clear), 0, clear.length, sealed, 0);
        return sealed;
    }

    /** What the chunks of a plan hold. */
    private static byte[] clear(byte[] plan) {
        int length = 0;
        for (int i = 0; i < Math.min(plan.length, MOST_CHUNKS); i++) {
            length += LENGTHS[plan[i] & 7];
        }
        return new byte[length];
    }

    /** The one file of this content under these keys. */
    private static byte[] seal(byte[] clear) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(HEADER);
        long chunks = AgeFormat.chunks(clear.length);
        for (int i = 0; i < chunks; i++) {
            int from = i * CHUNK;
            byte[] chunk = Arrays.copyOfRange(clear, from, Math.min(clear.length, from + CHUNK));
            file.writeBytes(seal(i, i == chunks - 1, chunk));
        }
        return file.toByteArray();
    }

    /** What to begin with: whole files of none, one and several chunks. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {8}, new byte[] {9}, new byte[] {6, 14}, new byte[] {6, 6, 6, 12});
    }

    /** Each byte is a word. */
    public static List<String> words() {
        return List.of();
    }
}
