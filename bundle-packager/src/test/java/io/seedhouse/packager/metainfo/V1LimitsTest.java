package io.seedhouse.packager.metainfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a torrent of version 1, and with which words. */
class V1LimitsTest {
    private static final int PIECE = 16 * 1024;

    @Test
    void aTorrentLargerThan64MebibytesIsRefused() {
        refused("more than 67108864 bytes", new byte[Metainfo.MAX_BYTES + 1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    d4:infod1:bi1e1:ai1eee      | key 'a' repeated or out of order at byte 14
                    d4:infod1:ai1e1:ai1eee      | key 'a' repeated or out of order at byte 14
                    d4:infod6:lengthi010eee     | superfluous zeros or sign at byte 17
                    d4:infod6:lengthi-0eee      | superfluous zeros or sign at byte 17
                    d4:infod6:length99:xee      | string longer than the input at byte 16
                    d4:infodeei1e               | unexpected bytes after the end at byte 10
                    i1e                         | it is not a dictionary
                    d4:infoi1ee                 | 'info' is not a dictionary
                    """)
    void brokenBencodingIsRefusedWithThePlace(String torrent, String reason) {
        refused(reason, torrent.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void negativeLengthsAreRefused() {
        refused(
                "'length' in 'files[1]' is not a length",
                v1(1, Torrents.entry(1, "a"), Torrents.entry(-1, "b")));
        refused("'piece length' in 'info'", Torrents.v1(-16384, 0, Torrents.entry(0, "a")));
    }

    @Test
    void lengthsThatOverflowAreRefused() {
        refused(
                "its length overflows",
                v1(1, Torrents.entry(Long.MAX_VALUE, "a"), Torrents.entry(Long.MAX_VALUE, "b")));
        refused("its length overflows", v1(1, Torrents.entry(Long.MAX_VALUE, "a")));
    }

    @Test
    void aSmallTorrentThatClaimsAHugeFileIsRefused() {
        refused(
                "'pieces' has 1 hashes, its 4611686018427387904 bytes need 281474976710656",
                v1(1, Torrents.entry(1L << 62, "a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aWrongNumberOfPiecesIsRefused(int pieces) {
        refused("bytes need 1", v1(pieces, Torrents.entry(5, "a")));
    }

    @Test
    void halfAHashIsRefused() {
        refused(
                "'pieces' is no list of hashes",
                v1(1, Torrents.entry(5, "a")).put("pieces", new byte[21]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "/etc", "a\\b", "nul\0"})
    void pathsThatLeaveTheFolderAreRefused(String component) {
        refused("would leave its folder", v1(1, Torrents.entry(5, "x", component)));
        refused("would leave its folder", v1(1, Torrents.entry(5, "x")).put("name", component));
    }

    @Test
    void aFileWithoutAPathIsRefused() {
        refused("a file has an empty path", v1(1, Torrents.entry(5)));
    }

    @Test
    void namesThatAreNotUtf8AreRefused() {
        BencodeString latin = BencodeString.of(new byte[] {'a', (byte) 0xe4});
        BencodeDictionary entry =
                BencodeDictionary.builder()
                        .put("length", 5)
                        .put("path", new BencodeList(List.of(latin)))
                        .build();
        refused("the file name 'a\ufffd' is not UTF-8", v1(1, entry));
    }

    @Test
    void theSamePathTwiceIsRefused() {
        refused(
                "'x/a' occurs twice",
                v1(
                        1,
                        Torrents.entry(5, "x", "a"),
                        Torrents.entry(6, "b"),
                        Torrents.entry(7, "x", "a")));
    }

    @Test
    void aPathThatIsBothFileAndFolderIsRefused() {
        refused(
                "'x/a' is both a file and a folder",
                v1(
                        1,
                        Torrents.entry(5, "x", "a", "b"),
                        Torrents.entry(6, "x", "a!"),
                        Torrents.entry(7, "x", "a")));
    }

    @Test
    void pathsLongerThanLinuxCanStoreAreRefused() throws MetainfoException {
        String[] deep = Collections.nCopies(21, "ä".repeat(101)).toArray(String[]::new);
        refused("has more than 4096 bytes", v1(1, Torrents.entry(5, deep)));
        deep[0] = "a".repeat(4096 - 20 * 203);
        assertEquals(1, Metainfo.parse(torrent(v1(1, Torrents.entry(5, deep)))).files().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 16_383, 16_385, 134_234_112, 1L << 40})
    void pieceLengthsThatMakeNoSenseAreRefused(long length) {
        refused(
                "its piece length is " + length + ", not a multiple of 16384",
                Torrents.v1(length, 1, Torrents.entry(5, "a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {16 << 10, 48 << 10, 5 << 20, 128 << 20})
    void anyMultipleOf16KibibytesIsAPieceLength(int length) throws MetainfoException {
        byte[] torrent = torrent(Torrents.v1(length, 1, Torrents.entry(5, "a")));
        assertEquals(length, Metainfo.parse(torrent).pieceLength());
    }

    @Test
    void symbolicLinksAreRefused() {
        refused("'a' is a symbolic link", v1(0, Torrents.attributed("l", 0, "a")));
        BencodeDictionary link =
                BencodeDictionary.builder()
                        .put("length", 0)
                        .put("path", BencodeList.ofTexts(List.of("a")))
                        .put("symlink path", BencodeList.ofTexts(List.of("..", "etc")))
                        .build();
        refused("'a' is a symbolic link", v1(0, link));
    }

    @Test
    void padsThatFillUpNoPieceAreRefused() {
        BencodeDictionary pad = Torrents.attributed("p", 100, ".pad", "100");
        refused("fills up no piece", v1(1, Torrents.entry(5, "a"), pad, pad));
        refused(
                "fills up no piece",
                v1(2, Torrents.entry(5, "a"), Torrents.attributed("p", PIECE, ".pad", "x")));
    }

    @Test
    void aTorrentWithoutFilesIsRefused() {
        refused("it holds no files", v1(0));
        refused("it holds no files", v1(1, Torrents.attributed("p", 5, ".pad", "5")));
    }

    @Test
    void aTorrentThatIsBothOneFileAndManyIsRefused() {
        refused("one file by 'length'", v1(1, Torrents.entry(5, "a")).put("length", 5));
    }

    @Test
    void whatBelongsToVersion2IsRefusedInVersion1() {
        refused(
                "a 'file tree' but no 'meta version'",
                v1(1, Torrents.entry(5, "a"))
                        .put("file tree", BencodeDictionary.builder().build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void otherVersionsAreRefused(int version) {
        refused(
                "its version is " + version,
                v1(1, Torrents.entry(5, "a")).put("meta version", version));
    }

    @Test
    void manyFilesInOneFolderAreRead() throws MetainfoException {
        List<BencodeValue> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            entries.add(Torrents.entry(1, "folder", "file " + i));
        }
        byte[] torrent = torrent(v1(7, entries.toArray(BencodeValue[]::new)));
        assertEquals(100_000, Metainfo.parse(torrent).files().size());
    }

    private static BencodeDictionary.Builder v1(int pieces, BencodeValue... entries) {
        return Torrents.v1(PIECE, pieces, entries);
    }

    private static byte[] torrent(BencodeDictionary.Builder info) {
        return Torrents.torrent(info.build());
    }

    private static void refused(String reason, BencodeDictionary.Builder info) {
        refused(reason, torrent(info));
    }

    private static void refused(String reason, byte[] torrent) {
        String message =
                Samples.message(
                        assertThrows(MetainfoException.class, () -> Metainfo.parse(torrent)));
        assertTrue(message.contains(reason), message);
    }
}
