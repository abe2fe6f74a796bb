package io.seedhouse.packager.sealing;

import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.hashing.FileHashes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The stored form of a {@link SealedFile}: a magic number with the version, the fields, byte arrays
 * led by their length, and the SHA-256 of all of that. Never holds a key.
 */
final class Checkpoint {
    private static final long MAGIC_V1 = 0x5345_4544_5345_4101L; // "SEEDSEA", version 1
    private static final int CHECK = 32;
    private static final long GREATEST = 256L << 20;

    private Checkpoint() {}

    static void write(SealedFile file, Path target) throws IOException {
        byte[] body = body(file);
        byte[] all = Arrays.copyOf(body, body.length + CHECK);
        System.arraycopy(Digests.sha256().digest(body), 0, all, body.length, CHECK);
        WholeFile.write(target, all);
    }

    static SealedFile read(Path source) throws IOException {
        if (Files.size(source) > GREATEST) {
            throw new DamagedCheckpointException(source, "is too large for a checkpoint");
        }
        byte[] all = Files.readAllBytes(source);
        int length = Math.max(0, all.length - CHECK);
        byte[] body = Arrays.copyOf(all, length);
        if (!Arrays.equals(
                Digests.sha256().digest(body), Arrays.copyOfRange(all, length, all.length))) {
            throw new DamagedCheckpointException(source, "is damaged");
        }
        return parse(body, source);
    }

    private static byte[] body(SealedFile file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        FileHashes hashes = file.hashes();
        out.writeLong(MAGIC_V1);
        out.writeUTF(file.path());
        out.writeLong(file.length());
        out.writeInt(hashes.pieceLength());
        for (byte[] array : arrays(hashes)) {
            out.writeInt(array.length);
            out.write(array);
        }
        return bytes.toByteArray();
    }

    private static byte[][] arrays(FileHashes hashes) {
        return new byte[][] {
            hashes.pieces(false), hashes.paddedLast(), hashes.root(), hashes.layer()
        };
    }

    private static SealedFile parse(byte[] body, Path source) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(body));
        if (in.readLong() != MAGIC_V1) {
            throw new DamagedCheckpointException(source, "was written by another version");
        }
        String path = in.readUTF();
        long length = in.readLong();
        int pieceLength = in.readInt();
        var hashes =
                new FileHashes(pieceLength, length, array(in), array(in), array(in), array(in));
        return new SealedFile(path, length, hashes);
    }

    private static byte[] array(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
