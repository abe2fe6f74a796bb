package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.hashing.FileHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which bytes of which files make up each piece. Immutable.
 *
 * <p>The pieces cut one stream of bytes: the files in the torrent's order, one after the other. In
 * a torrent of version 1 a piece may thus span files. In the others every file with content starts
 * a piece, the gaps being filled with zeros: pads, which a hybrid torrent lists (BEP 47) and one of
 * version 2 alone implies.
 */
public final class PieceLayout {
    /** Files of one content share their hashes, so a small torrent could claim more. */
    private static final int MAX_PIECES = Metainfo.MAX_BYTES / FileHashes.V1_LENGTH;

    /**
     * A stretch of a file, or of zeros, inside one piece.
     *
     * @param file empty for a pad
     * @param from offset of the first byte in the file
     * @param length in bytes, at least 1
     */
    public record Stretch(Optional<TorrentFile> file, long from, int length) {}

    private record Entry(Optional<TorrentFile> file, long length) {}

    private final int pieceLength;
    private final List<Entry> entries;
    private final long[] starts;
    private final long length;

    private PieceLayout(int pieceLength, List<Entry> entries, long length) {
        this.pieceLength = pieceLength;
        this.entries = List.copyOf(entries);
        this.starts = new long[entries.size()];
        this.length = length;
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + entries.get(i - 1).length();
        }
    }

    /**
     * The layout of files one after the other, as in a torrent of version 1 without pads.
     *
     * @param pieceLength bytes of a piece
     * @throws IllegalArgumentException when the files are more than a torrent can hold
     */
    public static PieceLayout unpadded(int pieceLength, List<TorrentFile> files) {
        Builder builder = new Builder(pieceLength);
        try {
            for (TorrentFile file : files) {
                builder.file(file);
            }
            return builder.build();
        } catch (MetainfoException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Bytes of all files and pads. */
    public long length() {
        return length;
    }

    /** How many pieces there are. */
    public int count() {
        return (int) Math.ceilDiv(length, (long) pieceLength);
    }

    /** Bytes of the piece {@code index}, from 0; only the last may be short. */
    public int size(int index) {
        return (int) Math.min(pieceLength, length - (long) index * pieceLength);
    }

    /** What the piece {@code index}, from 0, consists of, in order. */
    public List<Stretch> stretches(int index) {
        long at = (long) index * pieceLength;
        long end = at + size(index);
        List<Stretch> stretches = new ArrayList<>();
        for (int entry = entryAt(at); at < end; entry++) {
            long from = at - starts[entry];
            long count = Math.min(end - at, entries.get(entry).length() - from);
            if (count > 0) {
                stretches.add(new Stretch(entries.get(entry).file(), from, (int) count));
                at += count;
            }
        }
        return stretches;
    }

    private int entryAt(long offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Gathers files and pads in order. */
    static final class Builder {
        private final int pieceLength;
        private final List<Entry> entries = new ArrayList<>();
        private long length;

        Builder(int pieceLength) {
            this.pieceLength = pieceLength;
        }

        void file(TorrentFile file) throws MetainfoException {
            add(new Entry(Optional.of(file), file.length()), file.path());
        }

        /** Zeros up to the next piece. */
        void align() throws MetainfoException {
            pad(toBoundary());
        }

        /** Bytes between here and the next piece. */
        long toBoundary() {
            return (pieceLength - length % pieceLength) % pieceLength;
        }

        int pieceLength() {
            return pieceLength;
        }

        void pad(long zeros) throws MetainfoException {
            add(new Entry(Optional.empty(), zeros), "a pad");
        }

        private void add(Entry entry, String what) throws MetainfoException {
            if (entry.length() > Long.MAX_VALUE - pieceLength - length) {
                throw new MetainfoException(
                        "the torrent cannot be used: with "
                                + Printable.quote(what)
                                + " its length overflows");
            }
            length += entry.length();
            if (entry.length() > 0) {
                entries.add(entry);
            }
        }

        long length() {
            return length;
        }

        /** How many pieces this makes; may be more than a torrent can have. */
        long count() {
            return Math.ceilDiv(length, (long) pieceLength);
        }

        PieceLayout build() throws MetainfoException {
            if (count() > MAX_PIECES) {
                throw new MetainfoException(
                        "the torrent cannot be used: it has more than " + MAX_PIECES + " pieces");
            }
            return new PieceLayout(pieceLength, entries, length);
        }
    }
}
