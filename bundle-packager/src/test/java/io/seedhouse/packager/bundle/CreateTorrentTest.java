package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.metainfo.Metainfo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torrents that WebTorrent makes, by its own package create-torrent. */
class CreateTorrentTest {
    @TempDir Path folder;

    @Test
    void aTorrentOfAFolderIsReadAndVerified() throws Exception {
        ForeignContent content = ForeignContent.in(folder);
        Path torrent = folder.resolve("made.torrent");
        make(content.folder(), torrent);
        Metainfo read = content.check(torrent);
        assertEquals(
                List.of(
                        List.of("http://one.example/a", "http://two.example/a"),
                        List.of("ws://three.example")),
                read.details().trackerTiers());
        assertEquals(List.of("http://seed.example/"), read.webSeeds());
        assertTrue(read.details().isPrivate());
    }

    @Test
    void aTorrentOfOneFileIsRead() throws Exception {
        Path film = ForeignContent.in(folder).folder().resolve("a film.mkv");
        Path torrent = folder.resolve("made.torrent");
        make(film, torrent);
        assertTrue(Metainfo.read(torrent).singleFile());
    }

    private static void make(Path input, Path torrent) throws Exception {
        ForeignContent.run(
                "node",
                Path.of("src/test/create-torrent/make.mjs").toString(),
                Path.of("target/create-torrent").toString(),
                input.toString(),
                torrent.toString());
    }
}
