package io.seedhouse.packager.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeReader;
import io.seedhouse.packager.encryption.AgeSamples;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.unlocking.Unlocker.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bit of a small encrypted file, header, nonce and tag too. */
class FlippedBitTest {
    private static final int LENGTH = 100;
    private static final Pattern PLACE = Pattern.compile("bytes? (\\d+)");

    private final Identity identity = Identity.generate();
    private final byte[] good = AgeSamples.seal(Samples.bytes(LENGTH), identity.recipient());

    @TempDir Path folder;

    @Test
    void isRefusedWithItsPlaceAndLeavesNothing() throws IOException {
        assertEquals(AgeFormat.encryptedLength(LENGTH), good.length);
        for (int bit = 0; bit < good.length * 8; bit++) {
            String message = refusal(flip(bit));
            assertPlace(message, bit / 8);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("film.age")), left.toList());
        }
    }

    @Test
    void isRefusedByAStreamThatGivesNothing() throws IOException {
        for (int bit = 0; bit < good.length * 8; bit++) {
            assertPlace(streamRefusal(flip(bit)), bit / 8);
        }
    }

    private byte[] flip(int bit) {
        byte[] bad = good.clone();
        bad[bit / 8] ^= (byte) (1 << bit % 8);
        return bad;
    }

    /** A message names where the damaged part begins: a line, the header or the chunk. */
    private static void assertPlace(String message, int flipped) {
        var place = PLACE.matcher(message);
        assertTrue(place.find(), message);
        int named = Integer.parseInt(place.group(1));
        boolean inChunk = flipped >= AgeFormat.HEADER - 16;
        assertEquals(inChunk, message.contains("in chunk 0 at byte 184"), message);
        assertTrue(inChunk || named <= flipped, message + ", but it was " + flipped);
    }

    private String refusal(byte[] bad) throws IOException {
        Path file = Files.write(folder.resolve("film.age"), bad);
        List<Outcome> outcomes = new ArrayList<>();
        new Unlocker(List.of(identity)).unlock(file, folder, outcomes::add, bytes -> {});
        return switch (outcomes.getFirst()) {
            case Outcome.Failed failed -> Samples.message(failed.cause());
            case Outcome.NoIdentity locked -> Samples.message(locked.cause());
            case Outcome.Unlocked done -> throw new AssertionError("unlocked " + done.target());
            case Outcome.AlreadyUnlocked done -> throw new AssertionError("took " + done.target());
        };
    }

    private String streamRefusal(byte[] bad) {
        try (InputStream in =
                new AgeReader(List.of(identity)).open(new ByteArrayInputStream(bad))) {
            throw new AssertionError("gave " + in.readAllBytes().length + " bytes");
        } catch (IOException e) {
            return Samples.message(e);
        }
    }
}
