package io.seedhouse.tracker.peer;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** Torrent files as a publisher leaves them, with an info dictionary of any size. */
record TorrentsOnDisk(Path folder) {

    /** Bytes of an info dictionary beside what fills it. */
    private static final int FRAME = 40;

    /** A torrent in its file. */
    record Written(Torrent torrent, byte[] info, Path file) {
        /** The infohash of a hybrid's v2 half. */
        Infohash v2() {
            return Objects.requireNonNull(torrent.v2());
        }
    }

    /** A hybrid whose info dictionary has exactly this many bytes. */
    Written hybrid(int infoBytes) throws IOException {
        return write(infoBytes, true);
    }

    Written v1(int infoBytes) throws IOException {
        return write(infoBytes, false);
    }

    private Written write(int infoBytes, boolean hybrid) throws IOException {
        BencodeDictionary info = info(infoBytes);
        byte[] bytes = info.encode();
        UUID bundle = UUID.randomUUID();
        Torrent torrent =
                new Torrent(
                        bundle,
                        new Infohash(HexFormat.of().formatHex(Digests.sha1().digest(bytes))),
                        hybrid
                                ? new Infohash(
                                        HexFormat.of().formatHex(Digests.sha256().digest(bytes)))
                                : null,
                        "Film");
        return new Written(torrent, bytes, file(bundle, info));
    }

    private Path file(UUID bundle, BencodeDictionary info) throws IOException {
        BencodeDictionary whole =
                BencodeDictionary.builder()
                        .put("announce", "http://localhost/tracker/announce")
                        .put("info", info)
                        .put("url-list", "http://localhost/tracker/seed/")
                        .build();
        return Files.write(folder.resolve(bundle + ".torrent"), whole.encode());
    }

    /** The filling's own length takes more or fewer digits, so the size is met by trying. */
    private static BencodeDictionary info(int bytes) {
        byte[] random = new byte[bytes];
        new SplittableRandom(bytes).nextBytes(random);
        for (int filling = Math.max(0, bytes - FRAME); filling <= bytes; filling++) {
            BencodeDictionary info =
                    BencodeDictionary.builder()
                            .put("name", "Film")
                            .put("pieces", Arrays.copyOf(random, filling))
                            .build();
            if (info.encode().length == bytes) {
                return info;
            }
        }
        throw new IllegalArgumentException("no info dictionary has " + bytes + " bytes");
    }
}
