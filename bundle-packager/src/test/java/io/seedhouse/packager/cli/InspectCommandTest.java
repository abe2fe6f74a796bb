package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Torrents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final byte[] TORRENT =
            BencodeDictionary.builder()
                    .put("announce", "http://t.example/a")
                    .put("comment", "two\nlines")
                    .put("created by", "foreign 1.0")
                    .put("creation date", 86_400)
                    .put(
                            "info",
                            Torrents.v1(
                                            16_384,
                                            2,
                                            Torrents.entry(20_000, "locked", "film.mp4.age"),
                                            Torrents.attributed("x", 7, "free", "s", "run"),
                                            Torrents.entry(0, "free", "a\u001b[2Jb\u202e"))
                                    .put("private", 1)
                                    .put("source", "SRC")
                                    .put("collections", BencodeList.ofTexts(List.of("Season 1")))
                                    .build())
                    .put("url-list", "http://w.example/")
                    .build()
                    .encode();

    @TempDir Path folder;

    @Test
    void showsPeopleWhatIsInATorrent() throws IOException {
        Metainfo torrent = Metainfo.parse(TORRENT);
        assertEquals(
                """
                name        Folder
                version     1
                infohash v1 %s
                magnet      %s
                pieces      2 of 16.0 KiB (16384 bytes)
                size        19.5 KiB (20007 bytes) in 3 files
                tracker     tier 1: http://t.example/a
                web seed    http://w.example/
                private     yes, so hand out the torrent rather than the magnet link
                source      SRC
                collection  Season 1
                comment     two\\u000alines
                created     1970-01-02T00:00:00Z
                created by  foreign 1.0

                Folder/
                  free/
                    a\\u001b[2Jb\\u202e  0 bytes, free
                    s/
                      run  7 bytes, free, executable
                  locked/
                    film.mp4.age  19.5 KiB (20000 bytes), locked
                """
                        .formatted(torrent.infohashV1Hex().orElseThrow(), torrent.magnet()),
                inspect());
    }

    @Test
    void tellsProgramsTheSameInJson() throws IOException {
        Metainfo torrent = Metainfo.parse(TORRENT);
        assertEquals(
                """
                {"name":"Folder","version":"v1","infohashV1":"%s","infohashV2":null,\
                "magnet":"%s","pieceLength":16384,"pieces":2,"bytes":20007,"singleFile":false,\
                "files":[\
                {"path":"locked/film.mp4.age","bytes":20000,"access":"locked",\
                "executable":false,"hidden":false},\
                {"path":"free/s/run","bytes":7,"access":"free",\
                "executable":true,"hidden":false},\
                {"path":"free/a\\u001b[2Jb\\u202e","bytes":0,"access":"free",\
                "executable":false,"hidden":false}],\
                "trackers":[["http://t.example/a"]],"webSeeds":["http://w.example/"],\
                "private":true,"source":"SRC","similar":[],"collections":["Season 1"],\
                "comment":"two\\u000alines","created":"1970-01-02T00:00:00Z",\
                "createdBy":"foreign 1.0"}
                """
                        .formatted(torrent.infohashV1Hex().orElseThrow(), torrent.magnet()),
                inspect("--json"));
    }

    @Test
    void verifyDoesNotLetNamesSteerTheTerminal() throws IOException {
        String shown = run(1, "verify", torrent().toString(), folder.toString());
        assertTrue(shown.contains("free/a\\u001b[2Jb\\u202e: missing"), shown);
    }

    @Test
    void aDamagedTorrentIsRefusedInOneLine() throws IOException {
        Path file = Files.write(folder.resolve("t"), new byte[] {'d', 0x1b});
        assertTrue(run(1, "inspect", file.toString()).contains("it is no torrent"));
    }

    private String inspect(String... options) throws IOException {
        String[] args = {"inspect", torrent().toString(), options.length == 0 ? "" : options[0]};
        return run(0, options.length == 0 ? new String[] {args[0], args[1]} : args);
    }

    private Path torrent() throws IOException {
        return Files.write(folder.resolve("t.torrent"), TORRENT);
    }

    private static String run(int status, String... args) {
        StringWriter written = new StringWriter();
        PrintWriter to = new PrintWriter(written);
        assertEquals(status, Seedhouse.commandLine().setOut(to).setErr(to).execute(args));
        return written.toString();
    }
}
