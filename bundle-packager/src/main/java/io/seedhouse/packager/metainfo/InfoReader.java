package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.hashing.PieceSizes;
import java.util.List;

/**
 * The info dictionary of a hybrid torrent, with its v1 and v2 halves checked against each other as
 * BEP 52 demands: same files, same order, same lengths, each file on a piece boundary.
 */
record InfoReader(String name, int pieceLength, List<TorrentFile> files, boolean singleFile) {

    static InfoReader read(Fields info, Fields top) throws MetainfoException {
        requireHybrid(info);
        String name = info.name("name");
        int pieceLength = pieceLength(info);
        List<TreeFile> tree = TreeFile.walk(info.dictionary("file tree"));
        List<ListedFile> listed =
                info.has("files")
                        ? ListedFile.all(info.list("files"))
                        : List.of(new ListedFile(name, info.length("length"), false));
        byte[] pieces = info.bytes("pieces");
        List<TorrentFile> files =
                new HybridFiles(pieceLength, pieces, top.dictionary("piece layers"))
                        .join(tree, listed);
        return new InfoReader(name, pieceLength, List.copyOf(files), !info.has("files"));
    }

    private static void requireHybrid(Fields info) throws MetainfoException {
        if (!info.has("meta version")) {
            throw new MetainfoException(
                    "the torrent is of version 1 only; make it as a hybrid torrent");
        }
        if (!info.has("pieces")) {
            throw new MetainfoException(
                    "the torrent is of version 2 only; make it as a hybrid torrent");
        }
        if (info.length("meta version") != 2) {
            throw new MetainfoException("the torrent is of a newer version than 2");
        }
    }

    private static int pieceLength(Fields info) throws MetainfoException {
        long length = info.length("piece length");
        if (length < PieceSizes.LEAF || length > PieceSizes.MAX || Long.bitCount(length) != 1) {
            throw new MetainfoException(
                    "the torrent cannot be used: its piece length is " + length);
        }
        return (int) length;
    }
}
