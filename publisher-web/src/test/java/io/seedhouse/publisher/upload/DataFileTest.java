package io.seedhouse.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
    private final byte[] film = new byte[500_000];
    @TempDir Path folder;
    private Path path;
    private DataFile file;

    @BeforeEach
    void begin() {
        new Random(7).nextBytes(film);
        path = folder.resolve("bundle").resolve("upload");
        file = new DataFile(path);
        file.create();
    }

    @Test
    void keepsWhatArrivedBeforeABreakAndGoesOnThere() throws IOException {
        assertEquals(new DataFile.Broke(200_000), file.append(0, film.length, breaking(200_000)));
        assertEquals(200_000, Files.size(path));
        assertEquals(
                new DataFile.Ended(film.length),
                file.append(200_000, film.length, part(200_000, film.length)));
        assertArrayEquals(film, Files.readAllBytes(path));
    }

    @Test
    void takesAnUploadInParts() {
        assertEquals(new DataFile.Ended(10), file.append(0, 500, part(0, 10)));
        assertEquals(new DataFile.Ended(500), file.append(10, 500, part(10, 500)));
    }

    @Test
    void neverWritesBeyondTheAnnouncedLength() throws IOException {
        assertEquals(new DataFile.Overran(1000), file.append(0, 1000, part(0, 1001)));
        assertEquals(1000, Files.size(path));
    }

    @Test
    void creatingItAgainKeepsItsBytes() throws IOException {
        file.append(0, 100, part(0, 50));
        file.create();
        assertEquals(50, Files.size(path));
    }

    @Test
    void saysSoWhenTheDiskDoesNotTakeTheBytes() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("folder"));
        assertEquals(new DataFile.Refused(0), new DataFile(taken).append(0, 10, part(0, 10)));
    }

    private InputStream part(int from, int to) {
        return new ByteArrayInputStream(Arrays.copyOfRange(film, from, to));
    }

    private InputStream breaking(int after) {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                };
        return new SequenceInputStream(part(0, after), broken);
    }
}
