package io.seedhouse.packager.metainfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.Hashed;
import io.seedhouse.packager.writing.MetainfoWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetainfoTest {
    private static final int PIECE = 32 * 1024;

    private final Metainfo torrent = torrent("a/one.bin", "two.bin");

    @Test
    void readsBackWhatItWrote() throws IOException {
        Metainfo read = Metainfo.parse(torrent.bytes());
        assertEquals(List.of("a/one.bin", "two.bin"), paths(read));
        assertEquals(torrent.infohashV2Hex(), read.infohashV2Hex());
        assertEquals(List.of("http://t.example/announce", "udp://t.example:1"), read.trackers());
        assertEquals(List.of("http://w.example/"), read.webSeeds());
        assertEquals(70_000, read.files().getFirst().length());
    }

    @Test
    void theMagnetLinkCarriesBothInfohashesAndEscapesTheRest() {
        assertEquals(
                "magnet:?xt=urn:btih:"
                        + torrent.infohashV1Hex().orElseThrow()
                        + "&xt=urn:btmh:1220"
                        + torrent.infohashV2Hex().orElseThrow()
                        + "&dn=My%20film%20%26%20more"
                        + "&tr=http%3A%2F%2Ft.example%2Fannounce&tr=udp%3A%2F%2Ft.example%3A1"
                        + "&ws=http%3A%2F%2Fw.example%2F",
                torrent.magnet());
    }

    @Test
    void writesPadsBetweenFilesAndNoneAtTheEnd() throws IOException {
        List<BencodeValue> files = ((BencodeList) value(info(torrent), "files")).items();
        assertEquals(3, files.size());
        BencodeDictionary pad = (BencodeDictionary) files.get(1);
        int zeros = 3 * PIECE - 70_000;
        assertEquals(new BencodeNumber(zeros), pad.get("length"));
        assertEquals(BencodeString.of("p"), pad.get("attr"));
        assertEquals(
                BencodeList.ofTexts(List.of(".pad", Integer.toString(zeros))), pad.get("path"));
    }

    @Test
    void acceptsAPadAfterTheLastFile() throws IOException {
        Metainfo padded =
                changed(
                        info -> {
                            var files =
                                    new ArrayList<>(((BencodeList) value(info, "files")).items());
                            files.add(
                                    BencodeDictionary.builder()
                                            .put("attr", "p")
                                            .put("length", 3 * PIECE - 70_000)
                                            .put("path", BencodeList.ofTexts(List.of(".pad", "x")))
                                            .build());
                            return new BencodeList(files);
                        },
                        "files");
        assertEquals(6 * PIECE, padded.layout().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "i1e", "<html>", "d4:infoi1ee", "d4:infodee", "de"})
    void whatIsNoTorrentIsSaidInOneSentence(String text) {
        String message = refusal(text.getBytes(StandardCharsets.US_ASCII));
        assertTrue(message.contains("torrent") && !message.contains("\n"), message);
    }

    @Test
    void everyPrefixOfATorrentIsRefused() {
        byte[] whole = torrent.bytes();
        for (int length = 0; length < whole.length; length += 13) {
            refusal(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "a\\b", "nul\0", ""})
    void refusesNamesThatLeaveTheFolder(String name) {
        assertTrue(
                refusalAfter(old -> BencodeString.of(name), "name").contains("leave its folder"));
    }

    @Test
    void refusesATreeThatLeavesTheFolder() {
        String message =
                refusalAfter(
                        info ->
                                BencodeDictionary.builder()
                                        .put("..", value(info, "file tree"))
                                        .build(),
                        "file tree");
        assertTrue(message.contains("leave its folder"), message);
    }

    @Test
    void refusesHalvesThatDiffer() {
        assertTrue(
                refusalAfter(info -> new BencodeList(List.of()), "files")
                        .contains("halves differ"));
        assertTrue(
                refusalAfter(info -> BencodeString.of(new byte[20]), "pieces")
                        .contains("'pieces' has 1 hashes"));
    }

    @Test
    void refusesBadPieceLengths() {
        for (long length : new long[] {0, 1, 16_383, 40_000, 1L << 40}) {
            assertTrue(
                    refusalAfter(info -> new BencodeNumber(length), "piece length")
                            .contains("piece length"));
        }
    }

    @Test
    void refusesAPieceLayerThatDoesNotFoldIntoItsRoot() throws IOException {
        BencodeDictionary top = top(torrent);
        SortedMap<BencodeString, BencodeValue> layers =
                new TreeMap<>(((BencodeDictionary) value(top, "piece layers")).entries());
        layers.replaceAll((root, layer) -> BencodeString.of(new byte[96]));
        byte[] bytes = with(top, "piece layers", new BencodeDictionary(layers)).encode();
        assertTrue(refusal(bytes).contains("piece layer"));
    }

    private String refusalAfter(Function<BencodeDictionary, BencodeValue> change, String key) {
        return Samples.message(assertThrows(MetainfoException.class, () -> changed(change, key)));
    }

    private static String refusal(byte[] bytes) {
        return Samples.message(assertThrows(MetainfoException.class, () -> Metainfo.parse(bytes)));
    }

    private Metainfo changed(Function<BencodeDictionary, BencodeValue> change, String key)
            throws IOException {
        BencodeDictionary info = info(torrent);
        BencodeDictionary changed = with(info, key, change.apply(info));
        return Metainfo.parse(with(top(torrent), "info", changed).encode());
    }

    private static BencodeDictionary with(BencodeDictionary old, String key, BencodeValue value) {
        SortedMap<BencodeString, BencodeValue> entries = new TreeMap<>(old.entries());
        entries.put(BencodeString.of(key), value);
        return new BencodeDictionary(entries);
    }

    private static BencodeDictionary top(Metainfo torrent) throws IOException {
        return (BencodeDictionary) BencodeReader.read(torrent.bytes());
    }

    private static BencodeDictionary info(Metainfo torrent) throws IOException {
        return (BencodeDictionary) value(top(torrent), "info");
    }

    private static BencodeValue value(BencodeDictionary dictionary, String key) {
        return Objects.requireNonNull(dictionary.get(key));
    }

    private static List<String> paths(Metainfo torrent) {
        return torrent.files().stream().map(TorrentFile::path).toList();
    }

    private static Metainfo torrent(String... paths) {
        SortedMap<String, FileHashes> files = new TreeMap<>();
        for (String path : paths) {
            files.put(path, Hashed.of(Samples.bytes(70_000), PIECE));
        }
        Details details =
                new Details(
                        List.of(List.of("http://t.example/announce"), List.of("udp://t.example:1")),
                        List.of("http://w.example/"),
                        false,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new MetainfoWriter("My film & more", PIECE, Map.of(), details).hybrid(files);
    }
}
