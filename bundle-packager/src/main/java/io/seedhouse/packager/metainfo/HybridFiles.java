package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the v1 list with the v2 tree, dealing out the v1 pieces as it goes. */
final class HybridFiles {
    private final int pieceLength;
    private final byte[] pieces;
    private final Fields layers;
    private int piecesUsed;

    HybridFiles(int pieceLength, byte[] pieces, Fields layers) {
        this.pieceLength = pieceLength;
        this.pieces = pieces;
        this.layers = layers;
    }

    List<TorrentFile> join(List<TreeFile> tree, List<ListedFile> listed) throws MetainfoException {
        List<TorrentFile> files = new ArrayList<>();
        int at = 0;
        for (TreeFile file : tree) {
            checkSame(file, at < listed.size() ? listed.get(at) : null);
            at++;
            boolean padded = at < listed.size() && listed.get(at).pad();
            checkAligned(file, padded ? listed.get(at).length() : 0, at == listed.size());
            files.add(new TorrentFile(file.path(), file.length(), hashes(file), padded));
            at += padded ? 1 : 0;
        }
        if (at != listed.size() || piecesUsed != pieces.length) {
            throw differ("the end");
        }
        return files;
    }

    private static void checkSame(TreeFile file, @Nullable ListedFile listed)
            throws MetainfoException {
        if (listed == null
                || listed.pad()
                || !listed.path().equals(file.path())
                || listed.length() != file.length()) {
            throw differ(file.path());
        }
    }

    private void checkAligned(TreeFile file, long pad, boolean last) throws MetainfoException {
        if (pad != PieceSizes.pad(file.length(), pieceLength) && !last) {
            throw differ(file.path());
        }
    }

    private FileHashes hashes(TreeFile file) throws MetainfoException {
        long needed = Math.ceilDiv(file.length(), (long) pieceLength);
        if (needed > (pieces.length - piecesUsed) / FileHashes.V1_LENGTH) {
            throw differ(file.path());
        }
        int count = (int) needed;
        int end = piecesUsed + count * FileHashes.V1_LENGTH;
        byte[] own = Arrays.copyOfRange(pieces, piecesUsed, end);
        byte[] last =
                Arrays.copyOfRange(own, Math.max(0, own.length - FileHashes.V1_LENGTH), own.length);
        piecesUsed = end;
        byte[] layer = count > 1 ? layer(file, count) : new byte[0];
        return new FileHashes(pieceLength, file.length(), own, last, file.root().bytes(), layer);
    }

    private byte[] layer(TreeFile file, int count) throws MetainfoException {
        if (layers.entries().entries().get(file.root()) instanceof BencodeString string) {
            byte[] layer = string.bytes();
            if (layer.length == count * FileHashes.V2_LENGTH
                    && Arrays.equals(
                            MerkleTree.rootOfLayer(layer, pieceLength), file.root().bytes())) {
                return layer;
            }
        }
        throw new MetainfoException(
                "the torrent cannot be used: the piece layer of '"
                        + file.path()
                        + "' is missing or wrong");
    }

    private static MetainfoException differ(String path) {
        return new MetainfoException(
                "the torrent cannot be used: its two halves differ at '" + path + "'");
    }
}
