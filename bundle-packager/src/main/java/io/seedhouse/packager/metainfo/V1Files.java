package io.seedhouse.packager.metainfo;

import java.util.ArrayList;
import java.util.List;

/** The files of a torrent of version 1 alone: in any order, with or without pads. */
final class V1Files {
    private V1Files() {}

    static List<TorrentFile> read(List<ListedFile> listed, PieceLayout.Builder layout)
            throws MetainfoException {
        List<TorrentFile> files = new ArrayList<>();
        boolean padMayFollow = true;
        for (ListedFile entry : listed) {
            if (entry.pad()) {
                checkPad(entry, padMayFollow, layout.pieceLength());
                layout.pad(entry.length());
            } else {
                files.add(entry.toFile());
                layout.file(files.getLast());
            }
            padMayFollow = !entry.pad();
        }
        if (files.isEmpty()) {
            throw new MetainfoException("it is no torrent: it holds no files");
        }
        requireDistinct(files);
        return files;
    }

    /** Pads fill up a piece; anything longer is only there to keep a reader busy. */
    private static void checkPad(ListedFile pad, boolean mayFollow, int pieceLength)
            throws MetainfoException {
        if (!mayFollow || pad.length() >= pieceLength) {
            throw new MetainfoException(
                    "the torrent cannot be used: the pad "
                            + Printable.quote(pad.path())
                            + " fills up no piece");
        }
    }

    /** In tree order a folder's files follow whatever has the folder's own name. */
    private static void requireDistinct(List<TorrentFile> files) throws MetainfoException {
        List<String> paths =
                files.stream().map(TorrentFile::path).sorted(TorrentPaths.ORDER).toList();
        for (int i = 1; i < paths.size(); i++) {
            String path = paths.get(i - 1);
            String next = paths.get(i);
            if (next.equals(path) || next.startsWith(path + "/")) {
                throw new MetainfoException(
                        "the torrent cannot be used: "
                                + Printable.quote(path)
                                + (next.equals(path)
                                        ? " occurs twice"
                                        : " is both a file and a folder"));
            }
        }
    }
}
