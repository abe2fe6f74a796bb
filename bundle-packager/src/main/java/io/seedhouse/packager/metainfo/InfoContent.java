package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.metainfo.Metainfo.Version;
import java.util.List;

/**
 * What an info dictionary holds.
 *
 * @param pieces the SHA-1 of each piece; empty in version 2 alone
 */
record InfoContent(
        Version version,
        String name,
        int pieceLength,
        List<TorrentFile> files,
        boolean singleFile,
        byte[] pieces,
        PieceLayout layout) {

    InfoContent {
        files = List.copyOf(files);
    }
}
