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
 * What is fetched: a folder of one file, and its torrent.
 *
 * @param whole where the torrent's folder lies with the seeder
 * @param torrent its file; names one tracker and no web seed
 */
record Film(Path whole, Path torrent, Metainfo metainfo) {
    static final String NAME = "Film";

    private static final String FILE = "film.mkv";
    private static final int LENGTH = 3_000_003;
    private static final int PIECE = 1 << 16;

    /** Makes the film, the same each time, and its torrent. */
    static Film make(Path parent, boolean hybrid, Door door) throws IOException {
        Path whole = parent.resolve("whole");
        Path folder = Files.createDirectories(whole.resolve(NAME));
        byte[] bytes = new byte[LENGTH];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve(FILE), bytes);
        SealedFile sealed = new FileSealer(PIECE).hash(file, FILE, read -> {});
        BundleTorrent made =
                new BundleTorrent(NAME, PIECE, List.of(sealed)).trackers(List.of(door.announce()));
        Metainfo metainfo = hybrid ? made.build() : made.buildV1(folder, read -> {});
        Path torrent = Files.write(parent.resolve("film.torrent"), metainfo.bytes());
        return new Film(whole, torrent, metainfo);
    }

    List<String> infohashes() {
        return Stream.concat(metainfo.infohashV1Hex().stream(), metainfo.infohashV2Hex().stream())
                .toList();
    }

    String sha256() {
        return sha256(whole);
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
