package io.seedhouse.packager.verifying;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bundle.Bundles;
import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Torrents;
import io.seedhouse.packager.verifying.Flaw.Range;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torrents of version 1 alone, whose pieces span files: a, b (empty), c and d share piece 1. */
class V1VerifierTest {
    private static final int PIECE = 64 * 1024;
    private static final Range A = new Range(PIECE, PIECE + 9);
    private static final Range C = new Range(0, 99);
    private static final Range D = new Range(0, PIECE - 111);

    @TempDir Path folder;

    private Metainfo torrent;
    private Path bundle;

    @BeforeEach
    void makeABundle() throws IOException {
        bundle = folder.resolve("Bundle");
        torrent =
                Bundles.makeV1(
                        folder,
                        "Bundle",
                        PIECE,
                        Map.of("a", PIECE + 10, "b", 0, "c", 100, "d", 3 * PIECE));
    }

    @Test
    void itsPiecesAreThoseOfTheFilesInARow() throws IOException {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (String file : List.of("a", "b", "c", "d")) {
            row.writeBytes(Files.readAllBytes(bundle.resolve(file)));
        }
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (int at = 0; at < row.size(); at += PIECE) {
            var sha1 = Digests.sha1();
            sha1.update(row.toByteArray(), at, Math.min(PIECE, row.size() - at));
            hashes.writeBytes(sha1.digest());
        }
        assertArrayEquals(
                hashes.toByteArray(),
                ((BencodeString) Torrents.at(torrent.bytes(), "info", "pieces")).bytes());
    }

    @Test
    void findsNothingWrongAndCountsEveryByteOnce() throws IOException {
        AtomicLong progress = new AtomicLong();
        assertEquals(List.of(), new Verifier(torrent).verify(folder, progress::addAndGet));
        assertEquals(torrent.length(), progress.get());
    }

    @Test
    void damageInASharedPieceIsToldOfEveryFileInIt() throws IOException {
        Samples.damage(bundle.resolve("c"), 50);
        assertEquals(
                List.of(
                        new Flaw.Damaged("a", List.of(A)),
                        new Flaw.Damaged("c", List.of(C)),
                        new Flaw.Damaged("d", List.of(D))),
                verify());
    }

    @Test
    void eachDamagedPieceIsNamedOnItsOwn() throws IOException {
        Samples.damage(bundle.resolve("d"), PIECE);
        Samples.damage(bundle.resolve("d"), 3 * PIECE - 1);
        assertEquals(
                List.of(
                        new Flaw.Damaged(
                                "d",
                                List.of(
                                        new Range(PIECE - 110, 2 * PIECE - 111),
                                        new Range(3 * PIECE - 110, 3 * PIECE - 1)))),
                verify());
    }

    @Test
    void whatSharesAPieceWithAMissingFileIsUnchecked() throws IOException {
        Files.delete(bundle.resolve("c"));
        assertEquals(
                List.of(
                        new Flaw.Unchecked("a", List.of(A)),
                        new Flaw.Missing("c"),
                        new Flaw.Unchecked("d", List.of(D))),
                verify());
    }

    @Test
    void aMissingEmptyFileIsMissedButHindersNothing() throws IOException {
        Files.delete(bundle.resolve("b"));
        assertEquals(List.of(new Flaw.Missing("b")), verify());
    }

    @Test
    void whatSharesAPieceWithWhatIsCutOffIsUncheckedAndTheRestIsChecked() throws IOException {
        Samples.cut(bundle.resolve("a"), PIECE + 9);
        Samples.damage(bundle.resolve("d"), 3 * PIECE - 1);
        assertEquals(
                List.of(
                        new Flaw.WrongLength("a", PIECE + 10, PIECE + 9),
                        new Flaw.Unchecked("c", List.of(C)),
                        new Flaw.Damaged("d", List.of(new Range(3 * PIECE - 110, 3 * PIECE - 1))),
                        new Flaw.Unchecked("d", List.of(D))),
                verify());
    }

    @Test
    void whatIsTooLongIsStillCheckedAsFarAsItShouldGo() throws IOException {
        Samples.cut(bundle.resolve("c"), 101);
        assertEquals(List.of(new Flaw.WrongLength("c", 100, 101)), verify());
    }

    @Test
    void aFolderInTheFilesPlaceIsAFlawOfThatFile() throws IOException {
        Files.delete(bundle.resolve("d"));
        Files.createDirectory(bundle.resolve("d"));
        List<Flaw> flaws = verify();
        assertEquals(new Flaw.Unchecked("a", List.of(A)), flaws.get(0));
        assertEquals(new Flaw.Unreadable("d", "it is no regular file"), flaws.getLast());
    }

    @Test
    void filesTheTorrentDoesNotKnowAreNoFlaw() throws IOException {
        Samples.file(bundle.resolve("e"), 7);
        assertEquals(List.of(), verify());
    }

    @Test
    void piecesAreNotMadeOfFilesThatChanged() throws IOException {
        Samples.cut(bundle.resolve("c"), 99);
        var lengths = new TreeMap<>(Map.of("c", 100L));
        var refusal =
                assertThrows(
                        IOException.class, () -> V1Pieces.of(bundle, PIECE, lengths, bytes -> {}));
        assertTrue(Samples.message(refusal).contains("99 bytes instead of 100"));
    }

    private List<Flaw> verify() throws IOException {
        return new Verifier(torrent).verify(bundle, bytes -> {});
    }
}
