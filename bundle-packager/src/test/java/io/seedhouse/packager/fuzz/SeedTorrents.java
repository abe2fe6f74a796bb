package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.Hashed;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Details;
import io.seedhouse.packager.metainfo.Torrents;
import io.seedhouse.packager.writing.MetainfoWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Small torrents of every kind for the fuzzer to begin with. */
final class SeedTorrents {
    private static final int PIECE = 16 * 1024;
    private static final Details NONE =
            new Details(
                    List.of(),
                    List.of(),
                    false,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
    private static final Details ALL =
            new Details(
                    List.of(List.of("udp://one:1", "http://two/a"), List.of("udp://three:3")),
                    List.of("http://seed/"),
                    true,
                    Optional.of("mark"),
                    List.of("00".repeat(20), "11".repeat(32)),
                    List.of("series"),
                    Optional.of(Instant.ofEpochSecond(1_600_000_000)),
                    Optional.of("a remark \u202e\n"),
                    Optional.of("maker"));

    private SeedTorrents() {}

    static Stream<byte[]> all() throws IOException {
        byte[] hybrid = hybrid(ALL, Map.of("a", PIECE + 1, "b", 7, "sub/c", 2 * PIECE + 5, "z", 0));
        return Stream.of(
                hybrid,
                Torrents.without(Torrents.without(hybrid, "info", "pieces"), "info", "files"),
                hybrid(NONE, Map.of("free/\u00e9.txt", 1, "locked/film.age", 3 * PIECE)),
                v1("z", "sub/run"),
                Torrents.torrent(padded()),
                Torrents.torrent(singleFile()));
    }

    private static byte[] hybrid(Details details, Map<String, Integer> lengths) {
        Map<String, FileHashes> files = new HashMap<>();
        lengths.forEach((path, length) -> files.put(path, Hashed.of(Samples.bytes(length), PIECE)));
        return new MetainfoWriter("Film", PIECE, Map.of(), details).hybrid(files).bytes();
    }

    private static byte[] v1(String one, String other) {
        return new MetainfoWriter("Film", PIECE, Map.of(other, Set.of(Attribute.EXECUTABLE)), ALL)
                .v1(Map.of(one, PIECE + 1L, other, 5L), new byte[40])
                .bytes();
    }

    private static BencodeDictionary padded() {
        return Torrents.v1(
                        PIECE,
                        3,
                        Torrents.entry(PIECE, "z"),
                        Torrents.attributed("hx", 5, "sub", "run"),
                        Torrents.attributed("p", PIECE - 5, ".pad", "1"),
                        Torrents.entry(0, "empty"),
                        Torrents.entry(1, "sub", "deep", "last"))
                .build();
    }

    private static BencodeDictionary singleFile() {
        return BencodeDictionary.builder()
                .put("name", "film.mp4")
                .put("piece length", PIECE)
                .put("length", 2L * PIECE)
                .put("pieces", new byte[40])
                .build();
    }
}
