package io.seedhouse.packager.packing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Test
    void namesTheLeastPieceSizeThatWorks() {
        List<Input> film = List.of(file("film.mp4", 45L << 30));
        assertEquals(
                "with pieces of 16384 bytes the torrent would be too large to be read; give"
                        + " --piece-size 65536 or more",
                refusal(film, 16 << 10));
        assertDoesNotThrow(() -> Limits.check(film, 64 << 10, Version.HYBRID));
    }

    @Test
    void refusesMoreThanTheLargestPiecesHold() {
        assertEquals(
                "the files are too large for one torrent; make several bundles of them",
                refusal(List.of(file("film.mp4", 30L << 40)), 16 << 20));
    }

    @Test
    void refusesMoreFilesThanCanBeRead() {
        List<Input> files = IntStream.range(0, 60_000).mapToObj(i -> file("f" + i, 5)).toList();
        assertEquals(
                "60000 files are more than one torrent can list; make several bundles of them",
                refusal(files, 1 << 20));
        assertDoesNotThrow(() -> Limits.check(files.subList(0, 50_000), 1 << 20, Version.HYBRID));
    }

    /** 63 MiB, less 352 bytes of the file itself, are for hashes of 52 or 20 bytes a piece. */
    @ParameterizedTest
    @CsvSource({"HYBRID, 1270383, 32768", "V1, 3302996, 32768"})
    void takesAsManyPiecesAsHaveRoomForTheirHashes(Version version, long most, int next) {
        int pieceLength = 16 << 10;
        List<Input> largest = List.of(file("film.mp4", most * pieceLength));
        List<Input> larger = List.of(file("film.mp4", most * pieceLength + 1));
        assertDoesNotThrow(() -> Limits.check(largest, pieceLength, version));
        assertEquals(
                "with pieces of 16384 bytes the torrent would be too large to be read; give"
                        + " --piece-size "
                        + next
                        + " or more",
                refusal(larger, pieceLength, version));
    }

    private static @Nullable String refusal(List<Input> inputs, int pieceLength) {
        return refusal(inputs, pieceLength, Version.HYBRID);
    }

    private static @Nullable String refusal(List<Input> inputs, int pieceLength, Version version) {
        return assertThrows(PackException.class, () -> Limits.check(inputs, pieceLength, version))
                .getMessage();
    }

    private static Input file(String name, long length) {
        Stamp stamp = new Stamp(length, FileTime.fromMillis(0), "");
        return new Input(Path.of(name), Access.FREE, name, stamp, Set.of(), List.of());
    }
}
