package io.seedhouse.tracker.peer;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What a magnet link leaves out: the {@code info} dictionary, byte for byte as its torrent has it,
 * handed out in pieces of 16 KiB of which only the last is shorter (BEP 9).
 */
final class InfoDictionary {
    /** Bytes of a piece. */
    static final int PIECE = 16 << 10;

    /** The largest torrent file read, in bytes; one of five terabytes in 16 MiB pieces fits. */
    static final int LARGEST_TORRENT = 16 << 20;

    private final byte[] bytes;

    private InfoDictionary(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads that of a torrent.
     *
     * @throws IOException when the file is missing or is not that torrent; the message says why
     */
    static InfoDictionary read(Path file, Torrent torrent) throws IOException {
        byte[] info = infoOf(file);
        check(torrent.v1(), Digests.sha1(), info);
        if (torrent.v2() != null) {
            check(torrent.v2(), Digests.sha256(), info);
        }
        return new InfoDictionary(info);
    }

    private static byte[] infoOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(LARGEST_TORRENT + 1);
            if (read.length > LARGEST_TORRENT) {
                throw new IOException("it has more than " + LARGEST_TORRENT + " bytes");
            }
            BencodeValue torrent = BencodeReader.read(read);
            if (torrent instanceof BencodeDictionary top
                    && top.get("info") instanceof BencodeDictionary info) {
                return info.encode();
            }
            throw new IOException("it has no info dictionary");
        } catch (NoSuchFileException e) {
            throw new IOException("it is missing", e);
        }
    }

    private static void check(Infohash expected, MessageDigest digest, byte[] info)
            throws IOException {
        if (!HexFormat.of().formatHex(digest.digest(info)).equals(expected.hex())) {
            throw new IOException("it is another torrent than " + expected.hex());
        }
    }

    /** In bytes. */
    int size() {
        return bytes.length;
    }

    int pieces() {
        return (bytes.length + PIECE - 1) / PIECE;
    }

    /**
     * The bytes of a piece, to be read only.
     *
     * @param index from 0 to less than {@link #pieces}
     */
    ByteBuffer piece(int index) {
        int from = index * PIECE;
        return ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from));
    }
}
