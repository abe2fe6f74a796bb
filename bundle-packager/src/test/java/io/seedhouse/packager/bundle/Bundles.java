package io.seedhouse.packager.bundle;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bundles on disk for tests. */
public final class Bundles {
    private Bundles() {}

    /** Writes random files of these lengths below {@code root/name} and makes their torrent. */
    public static Metainfo make(
            Path root, String name, int pieceLength, Map<String, Integer> lengths)
            throws IOException {
        return torrent(root, name, pieceLength, lengths).build();
    }

    /** The same for a torrent of version 1 alone. */
    public static Metainfo makeV1(
            Path root, String name, int pieceLength, Map<String, Integer> lengths)
            throws IOException {
        return torrent(root, name, pieceLength, lengths).buildV1(root.resolve(name), bytes -> {});
    }

    static BundleTorrent torrent(
            Path root, String name, int pieceLength, Map<String, Integer> lengths)
            throws IOException {
        List<SealedFile> sealed = new ArrayList<>();
        for (var file : lengths.entrySet()) {
            Path path = root.resolve(name).resolve(file.getKey());
            Samples.file(path, file.getValue());
            sealed.add(new FileSealer(pieceLength).hash(path, file.getKey(), bytes -> {}));
        }
        return new BundleTorrent(name, pieceLength, sealed);
    }
}
