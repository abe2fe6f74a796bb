package io.seedhouse.packager.bundle;

import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.libtorrent4j.TorrentInfo;
import org.libtorrent4j.Vectors;
import org.libtorrent4j.swig.create_flags_t;
import org.libtorrent4j.swig.create_torrent;
import org.libtorrent4j.swig.error_code;
import org.libtorrent4j.swig.file_flags_t;
import org.libtorrent4j.swig.file_storage;
import org.libtorrent4j.swig.libtorrent;
import org.libtorrent4j.swig.set_piece_hashes_listener;

/** A program of its own that asks libtorrent, the reference client, for torrents and infohashes. */
final class LibtorrentProgram {
    static final int V2_ONLY = 1 << 5;
    static final int V1_ONLY = 1 << 6;
    static final int CANONICAL = 1 << 7;
    static final int NO_ATTRIBUTES = 1 << 8;
    static final int CANONICAL_NO_TAIL = 1 << 9;

    private LibtorrentProgram() {}

    /** First the command: {@code compare} or {@code make}. */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "compare" ->
                    compare(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
            case "make" -> make(Path.of(args[1]), Path.of(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /**
     * The infohashes that libtorrent sees in our torrent, and of the one that it makes itself of
     * the same files in the same order.
     */
    private static void compare(Path torrent, Path parent, int flags) throws IOException {
        byte[] ours = Files.readAllBytes(torrent);
        print("read", ours);
        Metainfo read = Metainfo.parse(ours);
        file_storage files = new file_storage();
        for (TorrentFile file : read.files()) {
            error_code error = new error_code();
            String path = read.name() + "/" + file.path();
            files.add_file_ex(error, path, file.length(), flags(file));
            check(error);
        }
        create_torrent made =
                new create_torrent(files, read.pieceLength(), create_flags_t.from_int(flags));
        made.set_priv(read.details().isPrivate());
        read.details().collections().forEach(made::add_collection);
        print("made", hashed(made, parent));
    }

    /** Torrents of every kind of a folder as libtorrent finds it. */
    private static void make(Path folder, Path out) throws IOException {
        int[] kinds = {0, CANONICAL_NO_TAIL, V1_ONLY, V1_ONLY | CANONICAL, V2_ONLY};
        for (int flags : kinds) {
            file_storage files = new file_storage();
            libtorrent.add_files(files, folder.toString(), create_flags_t.from_int(flags));
            create_torrent made =
                    new create_torrent(files, 64 << 10, create_flags_t.from_int(flags));
            byte[] bytes = hashed(made, folder.resolveSibling(""));
            Files.write(out.resolve(flags + ".torrent"), bytes);
            print(flags + "", bytes);
        }
    }

    private static file_flags_t flags(TorrentFile file) {
        file_flags_t flags = new file_flags_t();
        if (file.attributes().contains(Attribute.EXECUTABLE)) {
            flags = flags.or_(file_storage.flag_executable);
        }
        if (file.attributes().contains(Attribute.HIDDEN)) {
            flags = flags.or_(file_storage.flag_hidden);
        }
        return flags;
    }

    private static byte[] hashed(create_torrent torrent, Path parent) {
        error_code error = new error_code();
        libtorrent.set_piece_hashes_ex(
                torrent, parent.toString(), new set_piece_hashes_listener(), error);
        check(error);
        return Vectors.byte_vector2bytes(torrent.generate().bencode());
    }

    private static void check(error_code error) {
        if (error.value() != 0) {
            throw new IllegalStateException(error.message());
        }
    }

    private static void print(String what, byte[] bytes) {
        var hashes = new TorrentInfo(bytes).infoHashes().swig();
        System.out.println(
                what
                        + (hashes.has_v1() ? " " + hashes.getV1().to_hex() : "")
                        + (hashes.has_v2() ? " " + hashes.getV2().to_hex() : ""));
    }
}
