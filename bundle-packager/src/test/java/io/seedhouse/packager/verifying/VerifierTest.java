package io.seedhouse.packager.verifying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bundle.Bundles;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Torrents;
import io.seedhouse.packager.verifying.Flaw.Range;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aTorrentWhoseHalvesDisagreeOnAPieceContradictsItself() throws IOException {
        byte[] changed =
                Torrents.with(
                        torrent.bytes(),
                        pieces -> {
                            byte[] hashes = ((BencodeString) pieces).bytes();
                            hashes[3 * 20] ^= 1;
                            return BencodeString.of(hashes);
                        },
                        "info",
                        "pieces");
        torrent = Metainfo.parse(changed);
        Flaw contradiction =
                new Flaw.Contradicted("free/t", List.of(new Range(2 * PIECE, 3 * PIECE - 1)));
        assertEquals(List.of(contradiction), verify(folder));
    }

    @Test
    void aTorrentOfVersion2AloneIsCheckedByItsTrees() throws IOException {
        byte[] v2 = Torrents.without(torrent.bytes(), "info", "pieces");
        torrent = Metainfo.parse(Torrents.without(v2, "info", "files"));
        assertEquals(List.of(), verify(folder));
        Samples.damage(bundle.resolve(FILM), 10 * PIECE + 6);
        Samples.damage(bundle.resolve("README.txt"), 0);
        assertEquals(
                List.of(
                        new Flaw.Damaged("README.txt", List.of(new Range(0, 99))),
                        new Flaw.Damaged(FILM, List.of(new Range(10 * PIECE, 10 * PIECE + 6)))),
                verify(folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {16 << 10, 1 << 20, 4 << 20, 16 << 20})
    void piecesLargerAndSmallerThanABlockAreHashedAsTheyWereSealed(int piece) throws IOException {
        Map<String, Integer> lengths =
                Map.of(
                        "a",
                        1,
                        "b",
                        1 << 20,
                        "c",
                        (1 << 20) + 1,
                        "d",
                        3 << 20,
                        "e",
                        4 << 20,
                        "f",
                        (17 << 20) + 5);
        torrent = Bundles.make(folder, "Large", piece, lengths);
        assertEquals(List.of(), verify(folder));
        Samples.damage(folder.resolve("Large/f"), (17 << 20) + 4);
        assertEquals(1, verify(folder).size());
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThrows(ClosedByInterruptException.class, () -> verify(folder));
        assertTrue(Thread.interrupted());
    }

    private List<Flaw> verify(Path where) throws IOException {
        return new Verifier(torrent).verify(where, bytes -> {});
    }
}
