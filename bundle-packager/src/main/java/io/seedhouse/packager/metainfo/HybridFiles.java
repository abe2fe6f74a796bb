package io.seedhouse.packager.metainfo;

import java.util.Iterator;
import java.util.List;

/**
 * The files of a hybrid torrent, whose halves must describe the same content as BEP 52 demands:
 * same files, same order, same lengths and attributes, and each file with content on a piece
 * boundary, which pads bring about. After the last file a pad may stand or not.
 */
final class HybridFiles {
    private HybridFiles() {}

    static List<TorrentFile> read(
            List<TreeFile> tree,
            List<ListedFile> listed,
            PieceLayers layers,
            PieceLayout.Builder layout)
            throws MetainfoException {
        List<TorrentFile> files = V2Files.toFiles(tree, layers);
        Iterator<TorrentFile> expected = files.iterator();
        for (ListedFile entry : listed) {
            if (entry.pad()) {
                addPad(entry, layout);
            } else {
                addFile(entry, expected, layout);
            }
        }
        if (expected.hasNext()) {
            throw differ(expected.next().path());
        }
        return files;
    }

    private static void addPad(ListedFile pad, PieceLayout.Builder layout)
            throws MetainfoException {
        if (pad.length() == 0 || pad.length() != layout.toBoundary()) {
            throw differ(pad.path());
        }
        layout.pad(pad.length());
    }

    private static void addFile(
            ListedFile entry, Iterator<TorrentFile> expected, PieceLayout.Builder layout)
            throws MetainfoException {
        TorrentFile file = expected.hasNext() ? expected.next() : null;
        if (file == null
                || !file.path().equals(entry.path())
                || file.length() != entry.length()
                || !file.attributes().equals(entry.attributes())
                || file.length() > 0 && layout.toBoundary() != 0) {
            throw differ(entry.path());
        }
        layout.file(file);
    }

    private static MetainfoException differ(String path) {
        return new MetainfoException(
                "the torrent cannot be used: its two halves differ at " + Printable.quote(path));
    }
}
