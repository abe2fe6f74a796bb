package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.hashing.FileHashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A torrent of version 1 (BEP 3), version 2 (BEP 52) or both in one, read and checked. Immutable.
 *
 * <p>An instance is sound: its paths stay inside the folder, no two are the same, lengths and
 * counts agree, where it has two halves they describe the same files, and each piece layer folds
 * into its root. That the hashes of both halves stem from the same content only the content shows.
 */
public final class Metainfo {
    /** The largest torrent read, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    /** The longest piece read, in bytes; ours are at most 16 MiB, some foreign ones are longer. */
    public static final int MAX_PIECE_LENGTH = 128 << 20;

    /** Which of the two formats a torrent speaks. */
    public enum Version {
        /** BEP 3 alone: every client reads it. */
        V1,
        /** BEP 52 alone: few clients read it. */
        V2,
        /** Both over the same pieces. */
        HYBRID;

        /** Whether there are SHA-1 hashes of pieces and a v1 infohash. */
        public boolean hasV1() {
            return this != V2;
        }

        /** Whether files have SHA-256 trees and there is a v2 infohash. */
        public boolean hasV2() {
            return this != V1;
        }
    }

    private final byte[] bytes;
    private final InfoContent content;
    private final Details details;
    private final byte[] sha1;
    private final byte[] sha256;

    /** Takes over the encoded info dictionary and copies the rest. */
    Metainfo(byte[] bytes, byte[] info, InfoContent content, Details details) {
        this.bytes = bytes.clone();
        this.content = content;
        this.details = details;
        this.sha1 = Digests.sha1().digest(info);
        this.sha256 = Digests.sha256().digest(info);
    }

    /**
     * Reads a torrent.
     *
     * @throws MetainfoException when the bytes are no sound torrent; one sentence says why
     */
    public static Metainfo parse(byte[] bytes) throws MetainfoException {
        return MetainfoReader.parse(bytes);
    }

    /**
     * Reads a torrent file.
     *
     * @throws MetainfoException when it is no sound torrent; one sentence says why
     * @throws IOException when the file cannot be read
     */
    public static Metainfo read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(MAX_BYTES + 1)); // a device or pipe tells no size
        }
    }

    /** The whole torrent file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it is of version 1, 2 or both. */
    public Version version() {
        return content.version();
    }

    /** SHA-1 of the info dictionary, 20 bytes; empty in version 2 alone. */
    public Optional<byte[]> infohashV1() {
        return version().hasV1() ? Optional.of(sha1.clone()) : Optional.empty();
    }

    /**
     * SHA-256 of the info dictionary, 32 bytes, of which trackers see the first 20; empty in
     * version 1 alone.
     */
    public Optional<byte[]> infohashV2() {
        return version().hasV2() ? Optional.of(sha256.clone()) : Optional.empty();
    }

    /** 40 lower-case hexadecimal digits; empty in version 2 alone. */
    public Optional<String> infohashV1Hex() {
        return infohashV1().map(HexFormat.of()::formatHex);
    }

    /** 64 lower-case hexadecimal digits; empty in version 1 alone. */
    public Optional<String> infohashV2Hex() {
        return infohashV2().map(HexFormat.of()::formatHex);
    }

    /**
     * The magnet link: every infohash there is, name, trackers and web seeds.
     *
     * <p>A client learns that a torrent is private only from the metadata that it still has to
     * fetch, and may ask peers other than the tracker's for it: hand out a private torrent as a
     * file.
     */
    public String magnet() {
        return Magnet.of(this);
    }

    /** The folder's name, or the file's in a single-file torrent. */
    public String name() {
        return content.name();
    }

    /**
     * Bytes of a piece: a multiple of 16 KiB up to {@link #MAX_PIECE_LENGTH}, in versions with a v2
     * half a power of two.
     */
    public int pieceLength() {
        return content.pieceLength();
    }

    /** The files in the torrent's order, pads left out; at least one. */
    public List<TorrentFile> files() {
        return content.files();
    }

    /** Bytes of all files, pads left out. */
    public long length() {
        return files().stream().mapToLong(TorrentFile::length).sum();
    }

    /** Whether the only file lies bare, without a folder. */
    public boolean singleFile() {
        return content.singleFile();
    }

    /** Which bytes of which files make up each piece, in every version. */
    public PieceLayout layout() {
        return content.layout();
    }

    /**
     * Whether the v1 half says that the piece {@code index}, from 0, has this SHA-1.
     *
     * @throws IndexOutOfBoundsException when there is no such piece or no v1 half
     */
    public boolean matchesV1(int index, byte[] hash) {
        int from = index * FileHashes.V1_LENGTH;
        int to = from + FileHashes.V1_LENGTH;
        return Arrays.equals(content.pieces(), from, to, hash, 0, hash.length);
    }

    /** What it says besides its content. */
    public Details details() {
        return details;
    }

    /** Announce addresses of all tiers, first choice first. */
    public List<String> trackers() {
        return details.trackerTiers().stream().flatMap(List::stream).distinct().toList();
    }

    /** Web seed addresses (BEP 19). */
    public List<String> webSeeds() {
        return details.webSeeds();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metainfo that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Metainfo["
                + Printable.of(name())
                + ", "
                + infohashV1Hex().or(this::infohashV2Hex).orElseThrow()
                + "]";
    }
}
