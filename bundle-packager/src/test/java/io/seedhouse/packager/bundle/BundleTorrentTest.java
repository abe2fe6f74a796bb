package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
