package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.hashing.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid torrent, v1 and v2 in one (BEP 3 and BEP 52), read and checked. Immutable.
 *
 * <p>An instance is sound: its paths stay inside the folder, its v1 and v2 halves describe the same
 * files, and each piece layer folds into its root.
 */
public final class Metainfo {
    /** The largest torrent read, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    private final byte[] bytes;
    private final byte[] info;
    private final String name;
    private final int pieceLength;
    private final List<TorrentFile> files;
    private final boolean singleFile;
    private final Sources sources;

    Metainfo(byte[] bytes, BencodeDictionary info, InfoReader read, Sources sources) {
        this.bytes = bytes.clone();
        this.info = info.encode();
        this.name = read.name();
        this.pieceLength = read.pieceLength();
        this.files = read.files();
        this.singleFile = read.singleFile();
        this.sources = sources;
    }

    /**
     * Reads a torrent.
     *
     * @throws MetainfoException when the bytes are no hybrid torrent; one sentence says why
     */
    public static Metainfo parse(byte[] bytes) throws MetainfoException {
        return MetainfoReader.parse(bytes);
    }

    /**
     * Reads a torrent file.
     *
     * @throws MetainfoException when it is no hybrid torrent; one sentence says why
     * @throws IOException when the file cannot be read
     */
    public static Metainfo read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new MetainfoException(
                    "it is no torrent: it has more than " + MAX_BYTES + " bytes");
        }
        return parse(Files.readAllBytes(file));
    }

    /** The whole torrent file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-1 of the info dictionary, 20 bytes. */
    public byte[] infohashV1() {
        return Digests.sha1().digest(info);
    }

    /** SHA-256 of the info dictionary, 32 bytes; trackers see its first 20. */
    public byte[] infohashV2() {
        return Digests.sha256().digest(info);
    }

    /** 40 lower-case hexadecimal digits. */
    public String infohashV1Hex() {
        return HexFormat.of().formatHex(infohashV1());
    }

    /** 64 lower-case hexadecimal digits. */
    public String infohashV2Hex() {
        return HexFormat.of().formatHex(infohashV2());
    }

    /** The magnet link: both infohashes, name, trackers and web seeds. */
    public String magnet() {
        return Magnet.of(this);
    }

    /** The folder's name, or the file's in a single-file torrent. */
    public String name() {
        return name;
    }

    /** Bytes of a piece. */
    public int pieceLength() {
        return pieceLength;
    }

    /** The files in the torrent's order, pads left out. */
    public List<TorrentFile> files() {
        return files;
    }

    /** Whether the only file lies bare, without a folder. */
    public boolean singleFile() {
        return singleFile;
    }

    /** Announce addresses, first choice first. */
    public List<String> trackers() {
        return sources.trackers();
    }

    /** Web seed addresses (BEP 19). */
    public List<String> webSeeds() {
        return sources.webSeeds();
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
        return "Metainfo[" + name + ", " + infohashV1Hex() + "]";
    }

    /** Where the content is to be had; outside the info dictionary, so no part of the infohash. */
    record Sources(List<String> trackers, List<String> webSeeds) {}
}
