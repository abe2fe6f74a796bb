package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTorrentTest {
    private static final int PIECE = 1 << 20;

    @TempDir Path folder;

    @Test
    void ordersFilesAsTheV2TreeDoes() throws IOException {
        List<SealedFile> files =
                List.of(
                        sealed("a/z"),
                        sealed("a!"),
                        sealed("b"),
                        sealed("README.txt"),
                        sealed("é"));
        assertEquals(List.of("README.txt", "a/z", "a!", "b", "é"), paths(torrent(files).build()));
    }

    @Test
    void whereItIsToBeHadDoesNotChangeTheInfohash() throws IOException {
        List<SealedFile> files = List.of(sealed("free/a"));
        Metainfo bare = torrent(files).build();
        Metainfo dressed =
                torrent(files)
                        .trackers(List.of("http://t/announce"))
                        .webSeeds(List.of("http://w/seed"))
                        .created(Instant.EPOCH)
                        .comment("hello")
                        .build();
        assertEquals(bare.infohashV1Hex(), dressed.infohashV1Hex());
        assertEquals(bare.infohashV2Hex(), dressed.infohashV2Hex());
        assertEquals(List.of("http://w/seed/"), dressed.webSeeds());
    }

    @Test
    void whatItSaysIsReadBack() throws IOException {
        String other = "0123456789abcdef0123456789abcdef01234567";
        BundleTorrent bundle =
                torrent(List.of(sealed("free/run.sh"), sealed("README.txt")))
                        .trackerTiers(
                                List.of(List.of("http://a/x", "http://b/x"), List.of("udp://c:1")))
                        .privately()
                        .source("SRC")
                        .similar(List.of(other.toUpperCase(Locale.ROOT)))
                        .collections(List.of("Season 1"))
                        .attributes("free/run.sh", Set.of(Attribute.EXECUTABLE, Attribute.HIDDEN));
        Metainfo read = bundle.build();
        assertEquals(
                List.of(List.of("http://a/x", "http://b/x"), List.of("udp://c:1")),
                read.details().trackerTiers());
        assertTrue(read.details().isPrivate());
        assertEquals(Optional.of("SRC"), read.details().source());
        assertEquals(List.of(other), read.details().similar());
        assertEquals(List.of("Season 1"), read.details().collections());
        assertEquals(
                Set.of(Attribute.EXECUTABLE, Attribute.HIDDEN),
                read.files().getLast().attributes());
        assertEquals(read, bundle.build());
        assertNotEquals(
                read.infohashV1Hex(),
                torrent(List.of(sealed("free/run.sh"), sealed("README.txt")))
                        .build()
                        .infohashV1Hex());
    }

    @Test
    void aTorrentOfVersion1AloneHasOneInfohashAndNoPads() throws IOException {
        Metainfo read =
                Bundles.torrent(folder, "Bundle", PIECE, Map.of("free/a!", 5, "free/a/z", PIECE))
                        .trackers(List.of("http://t/announce"))
                        .buildV1(folder.resolve("Bundle"), bytes -> {});
        assertEquals(Metainfo.Version.V1, read.version());
        assertEquals(List.of("free/a/z", "free/a!"), paths(read));
        assertEquals(PIECE + 5, read.layout().length());
        assertEquals(Optional.empty(), read.infohashV2Hex());
        assertEquals(
                "magnet:?xt=urn:btih:"
                        + read.infohashV1Hex().orElseThrow()
                        + "&dn=Bundle&tr=http%3A%2F%2Ft%2Fannounce",
                read.magnet());
    }

    @Test
    void refusesWhatItCannotSay() throws IOException {
        BundleTorrent bundle = torrent(List.of(sealed("free/a")));
        assertThrows(
                IllegalArgumentException.class,
                () -> bundle.attributes("free/b", Set.of(Attribute.HIDDEN)));
        assertThrows(IllegalArgumentException.class, () -> bundle.similar(List.of("abc")));
    }

    @Test
    void refusesPathsThatCannotBe() throws IOException {
        SealedFile good = sealed("free/a");
        refuses(List.of());
        refuses(List.of(good, good));
        refuses(List.of(sealed("../a")));
        refuses(List.of(sealed("/a")));
        refuses(List.of(sealed("free/a#1")));
        refuses(List.of(good, sealed("free/a/b")));
    }

    @Test
    void refusesFilesSealedWithAnotherPieceLength() throws IOException {
        Path file = Samples.file(folder.resolve("f"), 5);
        refuses(List.of(new FileSealer(1 << 21).hash(file, "f", bytes -> {})));
    }

    private static void refuses(List<SealedFile> files) {
        assertThrows(IllegalArgumentException.class, () -> torrent(files).build());
    }

    private static BundleTorrent torrent(List<SealedFile> files) {
        return new BundleTorrent("Bundle", PIECE, files);
    }

    private SealedFile sealed(String path) throws IOException {
        return new FileSealer(PIECE)
                .hash(Samples.file(folder.resolve("f"), path.length()), path, bytes -> {});
    }

    private static List<String> paths(Metainfo torrent) {
        return torrent.files().stream().map(TorrentFile::path).toList();
    }
}
