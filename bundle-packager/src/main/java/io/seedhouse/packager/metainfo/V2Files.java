package io.seedhouse.packager.metainfo;

import java.util.ArrayList;
import java.util.List;

/** The files of a torrent of version 2 alone, each of which starts a piece. */
final class V2Files {
    private V2Files() {}

    static List<TorrentFile> read(
            List<TreeFile> tree, PieceLayers layers, PieceLayout.Builder layout)
            throws MetainfoException {
        List<TorrentFile> files = toFiles(tree, layers);
        for (TorrentFile file : files) {
            if (file.length() > 0) {
                layout.align();
            }
            layout.file(file);
        }
        return files;
    }

    static List<TorrentFile> toFiles(List<TreeFile> tree, PieceLayers layers)
            throws MetainfoException {
        List<TorrentFile> files = new ArrayList<>();
        for (TreeFile file : tree) {
            files.add(
                    new TorrentFile(
                            file.path(), file.length(), file.attributes(), layers.of(file)));
        }
        layers.requireAllUsed();
        return files;
    }
}
