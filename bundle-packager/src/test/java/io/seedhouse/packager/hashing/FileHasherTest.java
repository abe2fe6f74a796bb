package io.seedhouse.packager.hashing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.Samples;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The shapes of BEP 52, each written out by hand. */
class FileHasherTest {
    private static final int LEAF = 16 * 1024;
    private static final int PIECE = 4 * LEAF;
    private static final byte[] ZERO = new byte[32];

    @Test
    void anEmptyFileHasNoRootAndNoPieces() {
        FileHashes hashes = hash(new byte[0]);
        assertEquals(0, hashes.root().length);
        assertEquals(0, hashes.pieces(true).length);
    }

    @Test
    void theRootOfAFileOfOneLeafIsTheHashOfItsBytes() throws Exception {
        byte[] data = Samples.bytes(5);
        assertArrayEquals(sha256(data), hash(data).root());
    }

    @Test
    void theTreeOfAShortFileIsOnlyAsWideAsItsLeavesNeed() throws Exception {
        byte[] data = Samples.bytes(LEAF + 1);
        FileHashes hashes = hash(data);
        assertArrayEquals(sha256(leaf(data, 0), leaf(data, 1)), hashes.root());
        assertEquals(0, hashes.layer().length);
    }

    @Test
    void missingLeavesAreZeros() throws Exception {
        byte[] data = Samples.bytes(3 * LEAF);
        byte[] left = sha256(leaf(data, 0), leaf(data, 1));
        assertArrayEquals(sha256(left, sha256(leaf(data, 2), ZERO)), hash(data).root());
    }

    @Test
    void aFileOfExactlyOnePieceHasNoLayer() {
        assertEquals(0, hash(Samples.bytes(PIECE)).layer().length);
        assertEquals(64, hash(Samples.bytes(PIECE + 1)).layer().length);
    }

    @Test
    void everyPieceOfALongerFileHasAFullTree() throws Exception {
        byte[] data = Samples.bytes(2 * PIECE + 1);
        FileHashes hashes = hash(data);
        byte[] zeros = sha256(ZERO, ZERO);
        byte[] last = sha256(sha256(leaf(data, 8), ZERO), zeros);
        assertArrayEquals(last, Arrays.copyOfRange(hashes.layer(), 64, 96));
        byte[] first = Arrays.copyOf(hashes.layer(), 32);
        byte[] second = Arrays.copyOfRange(hashes.layer(), 32, 64);
        byte[] empty = sha256(zeros, zeros);
        assertArrayEquals(sha256(sha256(first, second), sha256(last, empty)), hashes.root());
    }

    @Test
    void thePadFillsOnlyTheLastV1Piece() throws Exception {
        byte[] data = Samples.bytes(PIECE + 7);
        FileHashes hashes = hash(data);
        byte[] tail = Arrays.copyOfRange(data, PIECE, data.length);
        assertArrayEquals(sha1(tail), lastPiece(hashes.pieces(false)));
        assertArrayEquals(sha1(Arrays.copyOf(tail, PIECE)), lastPiece(hashes.pieces(true)));
        assertArrayEquals(
                Arrays.copyOf(hashes.pieces(false), 20), Arrays.copyOf(hashes.pieces(true), 20));
    }

    private static FileHashes hash(byte[] data) {
        return Hashed.of(data, PIECE);
    }

    private static byte[] lastPiece(byte[] pieces) {
        return Arrays.copyOfRange(pieces, pieces.length - 20, pieces.length);
    }

    private static byte[] leaf(byte[] data, int index) throws NoSuchAlgorithmException {
        int from = index * LEAF;
        return sha256(Arrays.copyOfRange(data, from, Math.min(from + LEAF, data.length)));
    }

    private static byte[] sha1(byte[] data) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-1").digest(data);
    }

    private static byte[] sha256(byte[]... parts) throws NoSuchAlgorithmException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }
}
