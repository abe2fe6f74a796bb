package io.seedhouse.packager.metainfo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.bundle.Bundles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused of torrents with a v2 half, and with which words. */
class HybridLimitsTest {
    private static final int PIECE = 16 * 1024;
    private static final int PAD = 1;

    @TempDir Path folder;

    private byte[] torrent;

    /** Files a (two pieces), b (one), sub/c (three); entries a, pad, b, pad, c of the v1 list. */
    @BeforeEach
    void makeATorrent() throws IOException {
        Map<String, Integer> lengths = Map.of("a", PIECE + 1, "b", 7, "sub/c", 2 * PIECE + 5);
        torrent = Bundles.make(folder, "Folder", PIECE, lengths).bytes();
    }

    @Test
    void listsInAnotherOrderAreRefused() throws IOException {
        refused(
                "halves differ at 'b'",
                changedList(list -> List.of(list.get(2), list.get(1), list.get(0), list.get(3))));
    }

    @Test
    void lengthsThatDifferAreRefused() throws IOException {
        refused("halves differ at 'a'", changedEntry(0, "length", new BencodeNumber(PIECE + 2)));
    }

    @Test
    void pathsThatDifferAreRefused() throws IOException {
        refused("halves differ at 'A'", changedEntry(0, "path", BencodeList.ofTexts(List.of("A"))));
    }

    @Test
    void attributesThatDifferAreRefused() throws IOException {
        refused("halves differ at 'b'", changedEntry(2, "attr", BencodeString.of("x")));
    }

    @Test
    void missingWrongAndSuperfluousPadsAreRefused() throws IOException {
        refused(
                "halves differ at 'b'",
                changedList(list -> List.of(list.get(0), list.get(2), list.get(3), list.get(4))));
        refused("halves differ at '.pad", changedEntry(PAD, "length", new BencodeNumber(3)));
        refused(
                "halves differ at '.pad",
                changedList(
                        list -> List.of(list.get(0), list.get(PAD), list.get(PAD), list.get(2))));
        refused("halves differ at '.pad", changedEntry(PAD, "length", new BencodeNumber(0)));
    }

    @Test
    void filesThatOneHalfLacksAreRefused() throws IOException {
        refused("halves differ at 'sub/c'", changedList(list -> list.subList(0, 3)));
        refused(
                "halves differ at 'more'",
                changedList(list -> {
                    List<BencodeValue> more = new ArrayList<>(list);
                    more.add(Torrents.entry(0, "more"));
                    return more;
                }));
    }

    @Test
    void aWrongNumberOfPiecesIsRefused() throws IOException {
        refused("'pieces' has 5 hashes", set(BencodeString.of(new byte[100]), "info", "pieces"));
    }

    @Test
    void pieceLengthsThatAreNoPowerOfTwoAreRefused() throws IOException {
        refused("not a power of two", set(new BencodeNumber(48 << 10), "info", "piece length"));
    }

    @Test
    void aPieceLayerThatIsMissingOrWrongIsRefusedNamingTheFile() throws IOException {
        refused("the piece layer of 'a'", Torrents.without(torrent, "piece layers"));
        for (String file : List.of("a", "sub/c")) {
            BencodeString root = root(file);
            refused(
                    "the piece layer of '" + file + "' is missing or wrong",
                    withLayer(root, new byte[root.equals(root("a")) ? 64 : 96]));
            refused("the piece layer of '" + file + "'", withLayer(root, new byte[0]));
            refused("the piece layer of '" + file + "'", withLayer(root, new byte[33]));
        }
    }

    @Test
    void aPieceLayerOfNoFileIsRefused() throws IOException {
        BencodeString root = BencodeString.of(new byte[32]);
        refused("belongs to no file", withLayer(root, new byte[64]));
    }

    @Test
    void equalFilesShareALayer() throws IOException {
        Map<String, Integer> lengths = Map.of("a", PIECE + 1, "b", PIECE + 1);
        Metainfo read = Bundles.make(folder, "Equal", PIECE, lengths);
        assertEquals(read.files().get(0).v2(), read.files().get(1).v2());
        BencodeDictionary layers = (BencodeDictionary) Torrents.at(read.bytes(), "piece layers");
        assertEquals(1, layers.entries().size());
        assertArrayEquals(
                layers.entries().firstKey().bytes(), read.files().get(0).v2().orElseThrow().root());
    }

    @Test
    void rootsThatAreNoHashesAreRefused() throws IOException {
        refused(
                "the root of 'b' is no hash",
                set(BencodeString.of(new byte[31]), "info", "file tree", "b", "", "pieces root"));
        refused(
                "'pieces root' in 'b' is not a string",
                Torrents.without(torrent, "info", "file tree", "b", "", "pieces root"));
    }

    @Test
    void namesInTheTreeThatLeaveTheFolderAreRefused() throws IOException {
        for (String name : List.of("..", ".", "a/b", "\\")) {
            refused(
                    "would leave its folder",
                    set(Torrents.at(torrent, "info", "file tree", "b"), "info", "file tree", name));
        }
    }

    @Test
    void linksPadsAndEmptyFoldersInTheTreeAreRefused() throws IOException {
        String[] attributes = {"info", "file tree", "b", "", "attr"};
        refused("'b' is a symbolic link", set(BencodeString.of("l"), attributes));
        refused("'b' is a pad", set(BencodeString.of("p"), attributes));
        refused(
                "'d' is no file",
                set(BencodeDictionary.builder().build(), "info", "file tree", "d"));
    }

    @Test
    void aNodeThatIsBothFileAndFolderIsRefused() throws IOException {
        refused(
                "'b' is both a file and a folder",
                set(Torrents.at(torrent, "info", "file tree", "a"), "info", "file tree", "b", "x"));
    }

    @Test
    void aHalfWithoutItsPiecesIsRefused() throws IOException {
        refused("'pieces' is missing", Torrents.without(torrent, "info", "pieces"));
    }

    /** 50 folders in each other, whose names the files in the last all share. */
    @Test
    void aTreeWhosePathsExplodeIsRefused() throws IOException {
        var files = BencodeDictionary.builder();
        var empty = BencodeDictionary.builder().put("length", 0).build();
        for (int i = 0; i < 10_000; i++) {
            files.put("" + i, BencodeDictionary.builder().put("", empty).build());
        }
        BencodeDictionary tree = files.build();
        for (int depth = 0; depth < 50; depth++) {
            tree = BencodeDictionary.builder().put("n".repeat(80), tree).build();
        }
        byte[] v2 = Torrents.without(Torrents.without(torrent, "info", "pieces"), "info", "files");
        BencodeDictionary exploding = tree;
        refused(
                "its paths are more than 16 times as long",
                Torrents.with(v2, old -> exploding, "info", "file tree"));
    }

    private byte[] changedList(UnaryOperator<List<BencodeValue>> change) throws IOException {
        return Torrents.with(
                torrent,
                list -> new BencodeList(change.apply(((BencodeList) list).items())),
                "info",
                "files");
    }

    private byte[] changedEntry(int index, String key, BencodeValue value) throws IOException {
        return changedList(list -> {
            var entry = BencodeDictionary.builder();
            ((BencodeDictionary) list.get(index)).entries().forEach(entry::put);
            List<BencodeValue> changed = new ArrayList<>(list);
            changed.set(index, entry.put(key, value).build());
            return changed;
        });
    }

    private byte[] set(BencodeValue value, String... place) throws IOException {
        return Torrents.with(torrent, old -> value, place);
    }

    private byte[] withLayer(BencodeString root, byte[] layer) throws IOException {
        return Torrents.with(
                torrent,
                layers -> {
                    var changed = BencodeDictionary.builder();
                    ((BencodeDictionary) layers).entries().forEach(changed::put);
                    return changed.put(root, BencodeString.of(layer)).build();
                },
                "piece layers");
    }

    private BencodeString root(String path) throws IOException {
        return Metainfo.parse(torrent).files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> BencodeString.of(file.v2().orElseThrow().root()))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String reason, byte[] torrent) {
        String message =
                Samples.message(
                        assertThrows(
                                MetainfoException.class,
                                () -> Metainfo.parse(torrent),
                                () -> HexFormat.of().formatHex(torrent)));
        assertTrue(message.contains(reason), message);
    }
}
