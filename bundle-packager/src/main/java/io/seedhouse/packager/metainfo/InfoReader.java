package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import java.util.List;

/**
 * Reads an info dictionary: finds out its version and what belongs to both versions, and leaves the
 * files to {@link V1Files}, {@link V2Files} and, for both in one, {@link HybridFiles}.
 */
final class InfoReader {
    private final Fields info;
    private final Fields top;
    private final Version version;
    private final String name;
    private final int pieceLength;
    private final PathReader paths;

    InfoReader(Fields info, Fields top, int torrentBytes) throws MetainfoException {
        this.info = info;
        this.top = top;
        this.version = version(info);
        this.name = PathReader.name(info.string("name"));
        this.pieceLength = pieceLength(info, version);
        this.paths = new PathReader(torrentBytes);
    }

    InfoContent read() throws MetainfoException {
        PieceLayout.Builder layout = new PieceLayout.Builder(pieceLength);
        List<TorrentFile> files =
                switch (version) {
                    case V1 -> V1Files.read(listed(), layout);
                    case V2 -> V2Files.read(tree(), layers(), layout);
                    case HYBRID -> HybridFiles.read(tree(), listed(), layers(), layout);
                };
        return new InfoContent(
                version,
                name,
                pieceLength,
                files,
                isSingleFile(files),
                version.hasV1() ? pieces(layout) : new byte[0],
                layout.build());
    }

    private List<ListedFile> listed() throws MetainfoException {
        return ListedFile.all(info, name, paths);
    }

    private List<TreeFile> tree() throws MetainfoException {
        return TreeFile.walk(info.dictionary("file tree"), paths);
    }

    private PieceLayers layers() throws MetainfoException {
        BencodeDictionary layers =
                top.has("piece layers")
                        ? top.dictionary("piece layers").entries()
                        : BencodeDictionary.builder().build();
        return new PieceLayers(layers, pieceLength);
    }

    /** In version 2 alone it is one file of the torrent's own name, as libtorrent has it. */
    private boolean isSingleFile(List<TorrentFile> files) {
        return version.hasV1()
                ? !info.has("files")
                : files.size() == 1 && files.getFirst().path().equals(name);
    }

    private byte[] pieces(PieceLayout.Builder layout) throws MetainfoException {
        byte[] pieces = info.bytes("pieces");
        if (pieces.length % FileHashes.V1_LENGTH != 0) {
            throw new MetainfoException("it is no torrent: 'pieces' is no list of hashes");
        }
        int count = pieces.length / FileHashes.V1_LENGTH;
        if (layout.count() != count) {
            throw new MetainfoException(
                    "the torrent cannot be used: 'pieces' has %d hashes, its %d bytes need %d"
                            .formatted(count, layout.length(), layout.count()));
        }
        return pieces;
    }

    private static Version version(Fields info) throws MetainfoException {
        if (!info.has("meta version")) {
            if (info.has("file tree")) {
                throw new MetainfoException(
                        "the torrent cannot be used: it has a 'file tree' but no 'meta version'");
            }
            return Version.V1;
        }
        long version = info.length("meta version");
        if (version != 2) {
            throw new MetainfoException(
                    "the torrent cannot be used: its version is " + version + ", not 1 or 2");
        }
        if (info.has("pieces")) {
            return Version.HYBRID;
        }
        if (info.has("files") || info.has("length")) {
            throw new MetainfoException("it is no torrent: 'pieces' is missing");
        }
        return Version.V2;
    }

    private static int pieceLength(Fields info, Version version) throws MetainfoException {
        long length = info.length("piece length");
        boolean fits =
                version.hasV2() ? Long.bitCount(length) == 1 : length % PieceLength.LEAF == 0;
        if (!fits || length < PieceLength.LEAF || length > Metainfo.MAX_PIECE_LENGTH) {
            throw new MetainfoException(
                    "the torrent cannot be used: its piece length is %d, not a %s from %d to %d"
                            .formatted(
                                    length,
                                    version.hasV2() ? "power of two" : "multiple of 16384",
                                    PieceLength.LEAF,
                                    Metainfo.MAX_PIECE_LENGTH));
        }
        return (int) length;
    }
}
