package io.seedhouse.tracker.interop;

import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What is fetched: a folder of one file, and its torrent, which names one tracker.
 *
 * @param home laid out as the platform keeps its bundles: {@code content} and {@code torrents}
 */
record Film(Path home, Metainfo metainfo) {
    static final String NAME = "Film";
    static final String BUNDLE = "0c7a1d5e-3b7f-4f0e-9a53-5f7d1e8b2c64";

    private static final String FILE = "film.mkv";
    private static final int LENGTH = 3_000_003;
    private static final int PIECE = 1 << 16;

    /** Makes the film, the same each time, and its torrent without web seeds. */
    static Film make(Path home, boolean hybrid, Door door) throws IOException {
        return make(home, hybrid, door, List.of());
    }

    /** With a web seed at the same address as the tracker's door. */
    static Film withWebSeed(Path home, boolean hybrid, Door door) throws IOException {
        return make(home, hybrid, door, List.of(door.seed(BUNDLE)));
    }

    private static Film make(Path home, boolean hybrid, Door door, List<String> webSeeds)
            throws IOException {
        Path folder = Files.createDirectories(whole(home).resolve(NAME));
        byte[] bytes = new byte[LENGTH];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve(FILE), bytes);
        SealedFile sealed = new FileSealer(PIECE).hash(file, FILE, read -> {});
        BundleTorrent made =
                new BundleTorrent(NAME, PIECE, List.of(sealed))
                        .trackers(List.of(door.announce()))
                        .webSeeds(webSeeds);
        Film film = new Film(home, hybrid ? made.build() : made.buildV1(folder, read -> {}));
        Files.createDirectories(film.torrent().getParent());
        Files.write(film.torrent(), film.metainfo.bytes());
        return film;
    }

    /** Where the torrent's folder lies with the seeder. */
    Path whole() {
        return whole(home);
    }

    private static Path whole(Path home) {
        return home.resolve("content").resolve(BUNDLE);
    }

    Path torrent() {
        return home.resolve("torrents").resolve(BUNDLE + ".torrent");
    }

    List<String> infohashes() {
        return Stream.concat(metainfo.infohashV1Hex().stream(), metainfo.infohashV2Hex().stream())
                .toList();
    }

    String sha256() {
        return sha256(whole());
    }

    /** Of the film in the folder that a client was told to use; empty while there is none. */
    static String sha256(Path parent) {
        try {
            byte[] bytes = Files.readAllBytes(parent.resolve(NAME).resolve(FILE));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException notThereYet) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
