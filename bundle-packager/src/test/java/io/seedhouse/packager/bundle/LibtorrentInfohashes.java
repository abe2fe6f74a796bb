package io.seedhouse.packager.bundle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.libtorrent4j.TorrentBuilder;
import org.libtorrent4j.TorrentInfo;
import org.libtorrent4j.swig.create_flags_t;

/**
 * A program of its own: prints the infohashes that libtorrent sees in a torrent, and those of the
 * hybrid torrent that it makes of a folder.
 *
 * <p>Not in the test's own process, because libtorrent4j replaces the signal handlers of the Java
 * runtime, which then dies of a signal that it would have handled.
 */
final class LibtorrentInfohashes {
    /** {@code no_attributes} and {@code canonical_files_no_tail_padding}. */
    private static final create_flags_t PLAIN = create_flags_t.from_int(1 << 8 | 1 << 9);

    private LibtorrentInfohashes() {}

    /** Arguments: torrent, folder, piece length. */
    public static void main(String[] args) throws IOException {
        print("read", Files.readAllBytes(Path.of(args[0])));
        var made =
                new TorrentBuilder()
                        .path(new File(args[1]))
                        .pieceSize(Integer.parseInt(args[2]))
                        .flags(PLAIN)
                        .generate();
        print("made", made.entry().bencode());
    }

    private static void print(String what, byte[] bytes) {
        TorrentInfo torrent = new TorrentInfo(bytes);
        var hashes = torrent.infoHashes().swig();
        System.out.println(what + " " + hashes.getV1().to_hex() + " " + hashes.getV2().to_hex());
    }
}
