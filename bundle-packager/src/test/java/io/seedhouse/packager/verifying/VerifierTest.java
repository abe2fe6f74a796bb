package io.seedhouse.packager.verifying;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bundle.Bundles;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.verifying.Flaw.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final int PIECE = 64 * 1024;
    private static final String FILM = "locked/film.age";

    @TempDir Path folder;

    private Metainfo torrent;
    private Path bundle;

    @BeforeEach
    void makeABundle() throws IOException {
        bundle = folder.resolve("Bundle");
        torrent =
                Bundles.make(
                        folder,
                        "Bundle",
                        PIECE,
                        Map.of("README.txt", 100, "free/t", 5 * PIECE, FILM, 10 * PIECE + 7));
    }

    @Test
    void findsNothingWrongInTheFolderOrItsParent() throws IOException {
        AtomicLong progress = new AtomicLong();
        assertEquals(List.of(), new Verifier(torrent).verify(bundle, progress::addAndGet));
        assertEquals(15 * PIECE + 107, progress.get());
        assertEquals(List.of(), verify(folder));
    }

    @Test
    void namesThePiecesInWhichBytesChanged() throws IOException {
        Samples.damage(bundle.resolve(FILM), 3 * PIECE + 5);
        Samples.damage(bundle.resolve(FILM), 10 * PIECE + 6);
        Samples.damage(bundle.resolve("README.txt"), 99);
        assertEquals(
                List.of(
                        new Flaw.Damaged("README.txt", List.of(new Range(0, 99))),
                        new Flaw.Damaged(
                                FILM,
                                List.of(
                                        new Range(3 * PIECE, 4 * PIECE - 1),
                                        new Range(10 * PIECE, 10 * PIECE + 6)))),
                verify(bundle));
    }

    @Test
    void everyByteCounts() throws IOException {
        Path file = bundle.resolve("free/t");
        for (int offset : new int[] {0, 1, PIECE - 1, PIECE, 5 * PIECE - 1}) {
            Samples.damage(file, offset);
            long start = (long) offset / PIECE * PIECE;
            assertEquals(
                    List.of(
                            new Flaw.Damaged(
                                    "free/t", List.of(new Range(start, start + PIECE - 1)))),
                    verify(folder));
            Samples.damage(file, offset);
        }
    }

    @Test
    void namesMissingFiles() throws IOException {
        Files.delete(bundle.resolve("free/t"));
        assertEquals(List.of(new Flaw.Missing("free/t")), verify(folder));
        assertEquals(3, verify(bundle.resolve("locked")).size());
    }

    @Test
    void namesShortAndLongFilesAndWhatIsDamagedInThemBesides() throws IOException {
        Samples.damage(bundle.resolve(FILM), PIECE);
        Samples.cut(bundle.resolve(FILM), 4 * PIECE + 1);
        Samples.cut(bundle.resolve("README.txt"), 101);
        assertEquals(
                List.of(
                        new Flaw.WrongLength("README.txt", 100, 101),
                        new Flaw.WrongLength(FILM, 10 * PIECE + 7, 4 * PIECE + 1),
                        new Flaw.Damaged(FILM, List.of(new Range(PIECE, 2 * PIECE - 1)))),
                verify(folder));
    }

    @Test
    void aFileCutToOnePieceIsShortButNotDamaged() throws IOException {
        Samples.cut(bundle.resolve(FILM), PIECE);
        assertEquals(List.of(new Flaw.WrongLength(FILM, 10 * PIECE + 7, PIECE)), verify(folder));
    }

    private List<Flaw> verify(Path where) throws IOException {
        return new Verifier(torrent).verify(where, bytes -> {});
    }
}
