package io.seedhouse.packager.metainfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Habits of other programs that make torrents, which are read although we would not do so. */
class ForeignTorrentsTest {
    private static final int PIECE = 32 * 1024;

    /** As imdl writes it, with everything that it can be asked to say. */
    @Test
    void readsWhatImdlWrites() throws MetainfoException {
        BencodeDictionary entry =
                BencodeDictionary.builder()
                        .put("length", 5)
                        .put("md5sum", "5d41402abc4b2a76b9719d911017c592")
                        .put("path", BencodeList.ofTexts(List.of("sub", "b")))
                        .build();
        byte[] torrent =
                BencodeDictionary.builder()
                        .put("announce", "udp://one:1")
                        .put(
                                "announce-list",
                                new BencodeList(
                                        List.of(
                                                BencodeList.ofTexts(
                                                        List.of("udp://one:1", "udp://two:2")),
                                                BencodeList.ofTexts(List.of("http://three/a")))))
                        .put("comment", "hello")
                        .put("created by", "imdl/0.1.12")
                        .put("creation date", 1_600_000_000)
                        .put("encoding", "UTF-8")
                        .put(
                                "info",
                                Torrents.v1(PIECE, 2, Torrents.entry(PIECE, "z"), entry)
                                        .put("private", 1)
                                        .put("source", "SRC")
                                        .put("update-url", "http://u.example/t.torrent")
                                        .build())
                        .put("nodes", nodes())
                        .build()
                        .encode();
        Metainfo read = Metainfo.parse(torrent);
        assertEquals(List.of("z", "sub/b"), read.files().stream().map(TorrentFile::path).toList());
        assertEquals(
                List.of(List.of("udp://one:1", "udp://two:2"), List.of("http://three/a")),
                read.details().trackerTiers());
        assertEquals(List.of("udp://one:1", "udp://two:2", "http://three/a"), read.trackers());
        assertEquals(Optional.of("SRC"), read.details().source());
        assertEquals(Optional.of(Instant.parse("2020-09-13T12:26:40Z")), read.details().created());
        assertTrue(read.details().isPrivate());
    }

    @Test
    void readsASingleFile() throws MetainfoException {
        byte[] torrent =
                Torrents.torrent(
                        BencodeDictionary.builder()
                                .put("attr", "x")
                                .put("length", 70_000)
                                .put("md5sum", "x")
                                .put("name", "film.mkv")
                                .put("piece length", PIECE)
                                .put("pieces", new byte[60])
                                .build());
        Metainfo read = Metainfo.parse(torrent);
        assertTrue(read.singleFile());
        assertEquals(
                List.of(
                        new TorrentFile(
                                "film.mkv",
                                70_000,
                                Set.of(Attribute.EXECUTABLE),
                                Optional.empty())),
                read.files());
    }

    @Test
    void padsOfVersion1AreNoFiles() throws MetainfoException {
        Metainfo read =
                Metainfo.parse(
                        Torrents.torrent(
                                Torrents.v1(
                                                PIECE,
                                                2,
                                                Torrents.entry(5, "b"),
                                                Torrents.attributed("p", PIECE - 5, ".pad", "1"),
                                                Torrents.attributed("hxz", 7, "a"))
                                        .build()));
        assertEquals(List.of("b", "a"), read.files().stream().map(TorrentFile::path).toList());
        assertEquals(12, read.length());
        assertEquals(PIECE + 7, read.layout().length());
        assertEquals(
                Set.of(Attribute.EXECUTABLE, Attribute.HIDDEN),
                read.files().getLast().attributes());
    }

    @Test
    void aFlatTrackerListIsATierEachAndAWebSeedMayBeBare() throws MetainfoException {
        byte[] torrent =
                BencodeDictionary.builder()
                        .put("announce", "http://ignored/")
                        .put(
                                "announce-list",
                                BencodeList.ofTexts(List.of("http://a/", "http://b/")))
                        .put("info", Torrents.v1(PIECE, 1, Torrents.entry(5, "a")).build())
                        .put("url-list", "http://w/")
                        .build()
                        .encode();
        Metainfo read = Metainfo.parse(torrent);
        assertEquals(
                List.of(List.of("http://a/"), List.of("http://b/")), read.details().trackerTiers());
        assertEquals(List.of("http://w/"), read.webSeeds());
    }

    /** What nothing depends on is passed over when it makes no sense. */
    @Test
    void nonsenseBesideTheContentIsPassedOver() throws MetainfoException {
        byte[] torrent =
                BencodeDictionary.builder()
                        .put("announce", 7)
                        .put("announce-list", new BencodeList(List.of()))
                        .put("comment", new byte[] {(byte) 0xff})
                        .put("creation date", Long.MAX_VALUE)
                        .put(
                                "info",
                                Torrents.v1(PIECE, 1, Torrents.entry(5, "a"))
                                        .put("private", 0)
                                        .put("similar", BencodeList.ofTexts(List.of("short")))
                                        .put("source", 7)
                                        .build())
                        .put("url-list", "")
                        .build()
                        .encode();
        Details read = Metainfo.parse(torrent).details();
        assertFalse(read.isPrivate());
        assertEquals(Optional.of("\ufffd"), read.comment());
        assertEquals(Optional.empty(), read.created());
        assertEquals(Optional.empty(), read.source());
        assertEquals(List.of(), read.similar());
        assertEquals(List.of(), read.trackerTiers());
        assertEquals(List.of(), read.webSeeds());
    }

    private static BencodeList nodes() {
        return new BencodeList(
                List.of(
                        new BencodeList(
                                List.of(BencodeString.of("node"), new BencodeNumber(6881)))));
    }
}
