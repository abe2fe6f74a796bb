package io.seedhouse.packager.fuzz;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that fuzzing has found to reach different branches: in the repository a text file for
 * each target, one input a line in base64, shortest first; for the fuzzer a folder of files.
 */
public record Corpus(Path file) {
    /** Of a target of the module that runs. */
    public static Corpus of(Target target) {
        return new Corpus(Path.of("src", "test", "fuzz", target + ".txt"));
    }

    /** All of them, shortest first. */
    public List<byte[]> inputs() throws IOException {
        return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }

    /** Fails on the first of some inputs that a target does not stand. */
    public static void replay(Target target, List<byte[]> inputs) {
        if (inputs.isEmpty()) {
            throw new AssertionError("nothing to replay for " + target);
        }
        for (byte[] input : inputs) {
            try {
                target.attempt(input);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("on " + Base64.getEncoder().encodeToString(input), e);
            }
        }
    }

    /** Replaces the kept inputs by the files of a folder. */
    void keep(Path folder) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path input : files.toList()) {
                inputs.add(Files.readAllBytes(input));
            }
        }
        List<String> lines =
                inputs.stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .sorted(
                                Comparator.comparing(String::length)
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines, StandardCharsets.US_ASCII);
    }

    /** Writes inputs into a folder, each under its hash, as the fuzzer does. */
    static void unpack(List<byte[]> inputs, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (byte[] input : inputs) {
            Files.write(folder.resolve(name(input)), input);
        }
    }

    private static String name(byte[] input) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(input);
            return String.format("%040x", new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
