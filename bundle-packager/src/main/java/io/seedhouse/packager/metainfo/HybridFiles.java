package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.MerkleTree;
import io.seedhouse.packager.hashing.PieceSizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

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
        Set<String> padded = checkSame(tree, listed);
        List<TorrentFile> files = new ArrayList<>();
        for (TreeFile file : tree) {
            boolean pad = padded.contains(file.path());
            files.add(new TorrentFile(file.path(), file.length(), hashes(file), pad));
        }
        if (piecesUsed != pieces.length) {
            throw differ("the end");
        }
        return files;
    }

    /** The paths of the files whose last piece a pad fills up. */
    private Set<String> checkSame(List<TreeFile> tree, List<ListedFile> listed)
            throws MetainfoException {
        Set<String> padded = new HashSet<>();
        Iterator<TreeFile> files = tree.iterator();
        String content = "";
        long offset = 0;
        for (ListedFile entry : listed) {
            int toBoundary = PieceSizes.pad(offset, pieceLength);
            boolean fits =
                    entry.pad()
                            ? entry.length() == toBoundary && padded.add(content)
                            : files.hasNext()
                                    && entry.isSame(files.next())
                                    && (entry.length() == 0 || toBoundary == 0);
            if (!fits) {
                throw differ(entry.path());
            }
            content = entry.pad() || entry.length() == 0 ? content : entry.path();
            offset += entry.length();
        }
        if (files.hasNext()) {
            throw differ(files.next().path());
        }
        return padded;
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
