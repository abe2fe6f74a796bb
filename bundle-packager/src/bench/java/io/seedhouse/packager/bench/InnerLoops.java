package io.seedhouse.packager.bench;

import io.seedhouse.packager.aead.Aeads;
import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.hashing.PieceDigest;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The loops in which the time goes; a score is MiB a second on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class InnerLoops {
    private static final int MIB = 1 << 20;
    private static final int LEAF = 16 * 1024;

    private final byte[] data = new byte[MIB];
    private final byte[] leaf = new byte[32];
    private final PieceDigest piece = new PieceDigest(MIB);
    private final MessageDigest sha1 = Digests.sha1();
    private final MessageDigest sha256 = Digests.sha256();
    private final Aeads aeads = new Aeads();

    public InnerLoops() {
        new SplittableRandom(1).nextBytes(data);
    }

    @Benchmark
    public byte[] hashBothInTurn() {
        piece.reset();
        piece.update(data, 0, MIB);
        return piece.v2(MIB / LEAF);
    }

    @Benchmark
    public byte[] hashOneAfterTheOther() throws DigestException {
        sha1.update(data);
        for (int at = 0; at < MIB; at += LEAF) {
            sha256.update(data, at, LEAF);
            sha256.digest(leaf, 0, leaf.length);
        }
        return sha1.digest();
    }

    @Benchmark
    public int encryptWithJava() {
        return aeads.java(MIB);
    }

    @Benchmark
    public int encryptWithLibcrypto() {
        return aeads.libcrypto(MIB);
    }

    /** As on a processor without AVX-512. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:UseAVX=2"})
    public int encryptWithJavaWithoutAvx512() {
        return aeads.java(MIB);
    }
}
