package io.seedhouse.packager.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeHeaderTest {
    private final Identity one = Identity.generate();
    private final Identity two = Identity.generate();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void everyRecipientOpensIt(int count) throws IOException {
        List<Identity> identities = Stream.generate(Identity::generate).limit(count).toList();
        AgeHeader header =
                AgeHeader.forRecipients(identities.stream().map(Identity::recipient).toList());
        assertEquals(AgeFormat.headerLength(count), header.length());
        for (Identity identity : identities) {
            AgeHeader opened = open(header.bytes(), identity);
            assertArrayEquals(header.bytes(), opened.bytes());
            assertArrayEquals(sealed(header), sealed(opened));
        }
    }

    @Test
    void twoHeadersForOneRecipientShareNoKey() {
        byte[] first = sealed(AgeHeader.forRecipients(List.of(one.recipient())));
        byte[] second = sealed(AgeHeader.forRecipients(List.of(one.recipient())));
        assertFalse(Arrays.equals(first, second));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21})
    void boundsTheNumberOfRecipients(int count) {
        List<String> recipients = Collections.nCopies(count, one.recipient());
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> AgeHeader.forRecipients(recipients));
        assertEquals("a file has from 1 to 20 recipients, not " + count, Samples.message(refusal));
    }

    @Test
    void takesHeaderAndNonceOffTheStreamAndNoMore() throws IOException {
        byte[] header = AgeHeader.forRecipients(List.of(one.recipient())).bytes();
        InputStream in = new ByteArrayInputStream(Arrays.copyOf(header, header.length + 9));
        AgeHeader.open(in, List.of(one));
        assertEquals(9, in.available());
    }

    @Test
    void readsAFileWhereverItsChannelStands(@TempDir Path folder) throws IOException {
        AgeHeader header = AgeHeader.forRecipients(List.of(one.recipient(), two.recipient()));
        Path file = Files.write(folder.resolve("film.age"), header.bytes());
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(7);
            assertArrayEquals(header.bytes(), AgeHeader.open(channel, List.of(two)).bytes());
            assertEquals(7, channel.position());
        }
    }

    private static AgeHeader open(byte[] bytes, Identity identity) throws IOException {
        return AgeHeader.open(new ByteArrayInputStream(bytes), List.of(identity));
    }

    /** Something that depends on the payload key. */
    private static byte[] sealed(AgeHeader header) {
        byte[] out = new byte[AgeFormat.TAG];
        new ChunkCipher(header.payloadKey())
                .seal(0, true, ByteBuffer.wrap(new byte[0]), 0, 0, out, 0);
        return out;
    }
}
