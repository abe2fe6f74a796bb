package io.seedhouse.packager.encryption;

import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of a file.
 *
 * @param opened whether it took the header
 * @param plain what it gave before it failed
 */
record ReadResult(boolean opened, byte[] plain, @Nullable AgeException failure) {
    /** The two ways to read a file. */
    enum Reader {
        STREAM,
        RANDOM
    }

    static ReadResult of(Reader reader, Path file, List<Identity> identities) throws IOException {
        return switch (reader) {
            case STREAM -> stream(file, identities);
            case RANDOM -> random(file, identities);
        };
    }

    private static ReadResult stream(Path file, List<Identity> identities) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        boolean opened = false;
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = new AgeReader(identities).open(raw)) {
            opened = true;
            in.transferTo(plain);
            return new ReadResult(true, plain.toByteArray(), null);
        } catch (AgeException e) {
            return new ReadResult(opened, plain.toByteArray(), e);
        }
    }

    /** In bites that fit neither chunks nor one another. */
    private static ReadResult random(Path file, List<Identity> identities) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        boolean opened = false;
        try (AgeFile age = AgeFile.open(file, identities)) {
            opened = true;
            byte[] bite = new byte[30_011];
            int bites = Math.toIntExact(Math.ceilDiv(age.clearLength(), bite.length));
            for (int i = 0; i < bites; i++) {
                int count = age.read((long) i * bite.length, bite, 0, bite.length);
                plain.writeBytes(Arrays.copyOf(bite, count));
            }
            return new ReadResult(true, plain.toByteArray(), null);
        } catch (AgeException e) {
            return new ReadResult(opened, plain.toByteArray(), e);
        }
    }
}
