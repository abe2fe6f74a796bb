package io.seedhouse.packager.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that 32 bits do not reach, in a film of 120 GB whose middle is a hole. */
class FarEndTest {
    private static final long LENGTH = 120_000_000_000L;
    private static final int STRETCH = 4 << 20;

    @TempDir Path folder;

    private final Identity identity = Identity.generate();

    @Test
    void encryptsPastFourGigabytesPastAHundredAndAtTheEnd() throws IOException {
        Path clear = folder.resolve("film");
        Path target = folder.resolve("film.age");
        long[] places = {5L << 30, 100_000_000_001L, LENGTH - 1000};
        try (FileChannel in = sparse(clear);
                FileChannel out = sparse(target)) {
            for (long place : places) {
                in.write(ByteBuffer.wrap(Samples.bytes(1000)), place);
            }
            Units units =
                    new EncryptedUnits(
                            new InputFile(clear, in),
                            AgeHeader.forRecipients(List.of(identity.recipient())),
                            new NewFile(out));
            Units.Worker worker = units.worker();
            worker.produce(0, STRETCH, (data, offset, length) -> {});
            for (long place : places) {
                long sealed = place / AgeFormat.CHUNK * AgeFormat.SEALED_CHUNK;
                long from = sealed / STRETCH * STRETCH;
                long to = Math.min(from + 3L * STRETCH, units.length());
                worker.produce(from, to, (data, offset, length) -> {});
            }
            assertEquals(units.length(), out.size());
        }
        try (AgeFile sealed = AgeFile.open(target, List.of(identity))) {
            assertEquals(LENGTH, sealed.clearLength());
            for (long place : places) {
                byte[] found = new byte[1000];
                sealed.read(place, found, 0, found.length);
                assertArrayEquals(Samples.bytes(1000), found);
            }
        }
    }

    private static FileChannel sparse(Path file) throws IOException {
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SPARSE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
