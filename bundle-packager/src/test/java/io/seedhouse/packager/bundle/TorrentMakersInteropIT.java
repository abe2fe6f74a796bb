package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.metainfo.Metainfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torrents made by mktorrent and transmission-create, which must be on the PATH. */
class TorrentMakersInteropIT {
    @TempDir Path folder;

    private ForeignContent content;
    private Path torrent;

    @BeforeEach
    void makeContent() throws Exception {
        content = ForeignContent.in(folder);
        torrent = folder.resolve("made.torrent");
    }

    @Test
    void aTorrentOfMktorrentIsReadAndVerified() throws Exception {
        ForeignContent.run(
                "mktorrent",
                "-l15",
                "-t2",
                "-p",
                "-a",
                "http://one.example/a,http://two.example/a",
                "-a",
                "udp://three.example:1",
                "-w",
                "http://seed.example/",
                "-c",
                "a comment",
                "-s",
                "SRC",
                "-o",
                torrent.toString(),
                content.folder().toString());
        Metainfo read = content.check(torrent);
        assertEquals(32 << 10, read.pieceLength());
        assertEquals(
                List.of(
                        List.of("http://one.example/a", "http://two.example/a"),
                        List.of("udp://three.example:1")),
                read.details().trackerTiers());
        assertEquals(List.of("http://seed.example/"), read.webSeeds());
        assertEquals(Optional.of("SRC"), read.details().source());
        assertEquals(Optional.of("a comment"), read.details().comment());
        assertTrue(read.details().isPrivate());
    }

    @Test
    void aTorrentOfTransmissionIsReadAndVerified() throws Exception {
        ForeignContent.run(
                "transmission-create",
                "-p",
                "-s",
                "64",
                "-t",
                "http://one.example/a",
                "-c",
                "a comment",
                "-o",
                torrent.toString(),
                content.folder().toString());
        Metainfo read = content.check(torrent);
        assertEquals(64 << 10, read.pieceLength());
        assertEquals(List.of("http://one.example/a"), read.trackers());
        assertTrue(read.details().isPrivate());
    }
}
