package io.seedhouse.packager.verifying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bundle.Bundles;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.MetainfoException;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.metainfo.Torrents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever single bit changes, in a torrent or in the content, does not go unnoticed. */
class FlippedBitsTest {
    private static final int PIECE = 16 * 1024;
    private static final Pattern PLACE =
            Pattern.compile("at byte \\d+|'[^']+'|its (version|piece length) is");
    private static final Map<String, Integer> FILES =
            Map.of("a", 2 * PIECE + 5, "b", 0, "c", 40, "sub/d", PIECE);

    @TempDir Path folder;

    private Metainfo hybrid;
    private Metainfo v1;

    @BeforeEach
    void makeBoth() throws IOException {
        hybrid = Bundles.make(folder, "Bundle", PIECE, FILES);
        v1 = Bundles.makeV1(folder, "Bundle", PIECE, FILES);
    }

    @Test
    void anyBitOfAHybridTorrent() throws IOException {
        everyBit(hybrid);
    }

    @Test
    void anyBitOfATorrentOfVersion1() throws IOException {
        everyBit(v1);
    }

    @Test
    void aBitOfAPieceLayerIsRefusedNamingTheFile() throws IOException {
        byte[] torrent = hybrid.bytes();
        byte[] layer = Torrents.at(torrent, "piece layers").encode();
        int from = indexOf(torrent, layer);
        // Past "d32:", the root and "96:": the layer of a, the only file of several pieces.
        for (int bit = 8 * (from + 4 + 32 + 3); bit < 8 * (from + layer.length - 1); bit++) {
            assertTrue(refusal(torrent, bit).orElseThrow().contains("piece layer of 'a'"));
        }
    }

    /** Every byte of the content, and all eight bits of some. */
    @Test
    void anyBitOfTheContentIsNamedByFileAndRange() throws IOException {
        for (TorrentFile file : hybrid.files()) {
            Path path = folder.resolve("Bundle").resolve(file.path());
            byte[] whole = Files.readAllBytes(path);
            for (int at = 0; at < whole.length; at += at < 50 ? 1 : 997) {
                for (int bit = 0; bit < 8; bit += at < 10 ? 1 : 8) {
                    whole[at] ^= (byte) (1 << bit);
                    Files.write(path, whole);
                    whole[at] ^= (byte) (1 << bit);
                    assertNamed(file.path(), at);
                }
            }
            Files.write(path, whole);
        }
    }

    private void assertNamed(String path, long at) throws IOException {
        List<Flaw> flaws = new Verifier(hybrid).verify(folder, bytes -> {});
        assertEquals(1, flaws.size());
        assertTrue(covers(flaws.getFirst(), path, at), flaws.toString());
        assertTrue(
                new Verifier(v1)
                        .verify(folder, bytes -> {}).stream()
                                .anyMatch(flaw -> covers(flaw, path, at)));
    }

    private static boolean covers(Flaw flaw, String path, long at) {
        return flaw instanceof Flaw.Damaged(String damaged, List<Flaw.Range> ranges)
                && damaged.equals(path)
                && ranges.size() == 1
                && ranges.getFirst().from() <= at
                && at <= ranges.getFirst().to();
    }

    /**
     * A torrent with a flipped bit is refused, or is another torrent and the content no longer fits
     * it where the bit says something of the content, or differs in what is said beside the info
     * dictionary only.
     */
    private void everyBit(Metainfo torrent) throws IOException {
        byte[] info = Torrents.at(torrent.bytes(), "info").encode();
        int from = indexOf(torrent.bytes(), info);
        for (int bit = 0; bit < 8 * torrent.bytes().length; bit++) {
            Optional<String> refusal = refusal(torrent.bytes(), bit);
            if (refusal.isPresent()) {
                assertNamesAPlace(refusal.get());
                continue;
            }
            Metainfo changed = Metainfo.parse(flipped(torrent.bytes(), bit));
            boolean inside = bit / 8 >= from && bit / 8 < from + info.length;
            if (inside) {
                assertNotEquals(hash(torrent), hash(changed));
                assertContentNoLongerFits(torrent, changed);
            } else {
                assertEquals(hash(torrent), hash(changed));
                assertEquals(torrent.files(), changed.files());
            }
        }
    }

    /** By its byte, or by the name of the entry or file; on one line. */
    private static void assertNamesAPlace(String refusal) {
        assertTrue(PLACE.matcher(refusal).find() && !refusal.contains("\n"), refusal);
    }

    private void assertContentNoLongerFits(Metainfo torrent, Metainfo changed) throws IOException {
        boolean saysTheSame =
                torrent.pieceLength() == changed.pieceLength()
                        && paths(torrent).equals(paths(changed));
        List<Flaw> flaws = new Verifier(changed).verify(folder.resolve("Bundle"), bytes -> {});
        boolean hashesChanged = !pieces(torrent).equals(pieces(changed));
        assertTrue(!flaws.isEmpty() || saysTheSame && !hashesChanged, changed.toString());
    }

    private static Optional<String> refusal(byte[] torrent, int bit) throws IOException {
        try {
            Metainfo.parse(flipped(torrent, bit));
            return Optional.empty();
        } catch (MetainfoException e) {
            return Optional.of(Samples.message(e));
        }
    }

    private static byte[] flipped(byte[] torrent, int bit) {
        byte[] changed = torrent.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    private static String hash(Metainfo torrent) {
        return torrent.infohashV1Hex().orElseThrow() + torrent.infohashV2Hex().orElse("");
    }

    private static List<String> paths(Metainfo torrent) {
        return torrent.files().stream().map(file -> file.path() + file.length()).toList();
    }

    private static List<Object> pieces(Metainfo torrent) throws IOException {
        List<Object> roots =
                List.copyOf(torrent.files().stream().map(file -> (Object) file.v2()).toList());
        return List.of(roots, Torrents.at(torrent.bytes(), "info", "pieces"));
    }

    private static int indexOf(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1)
                .indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
