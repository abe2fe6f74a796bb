package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which torrents before a new version's are named in it (BEP 38), so that a client that has one
 * takes the files that both hold from there.
 *
 * <p>Only one whose shared files are at the same places in both: libtorrent 2.0.6 links the file at
 * the place of the other torrent instead of the file that is the same, and then writes what it
 * fetches through the link, over the old film. (Seen, and written down in
 * docs/protocol/metainfo.md.)
 */
record Similar(Folders folders) {

    /** Their v1 infohashes in hexadecimal digits, in the order given. */
    List<String> to(Metainfo torrent, List<UUID> earlier) throws IOException {
        List<String> similar = new ArrayList<>();
        for (UUID bundle : earlier) {
            Path file = folders.torrent(bundle);
            if (Files.exists(file)) {
                Metainfo before = Metainfo.read(file);
                if (isSafe(places(torrent), places(before))) {
                    before.infohashV1Hex().ifPresent(similar::add);
                }
            }
        }
        return similar;
    }

    /** The place of each file, by the root of its hashes; empty files have none. */
    private static Map<ByteBuffer, Integer> places(Metainfo torrent) {
        Map<ByteBuffer, Integer> places = new HashMap<>();
        List<TorrentFile> files = torrent.files();
        for (int i = 0; i < files.size(); i++) {
            int place = i;
            files.get(i)
                    .v2()
                    .ifPresent(v2 -> places.putIfAbsent(ByteBuffer.wrap(v2.root()), place));
        }
        return places;
    }

    private static boolean isSafe(
            Map<ByteBuffer, Integer> torrent, Map<ByteBuffer, Integer> before) {
        List<ByteBuffer> shared = torrent.keySet().stream().filter(before::containsKey).toList();
        return !shared.isEmpty()
                && shared.stream().allMatch(root -> torrent.get(root).equals(before.get(root)));
    }
}
