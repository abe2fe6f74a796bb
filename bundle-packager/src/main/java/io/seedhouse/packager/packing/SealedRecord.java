package io.seedhouse.packager.packing;

import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.packager.sealing.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * What is remembered of a finished file that cannot be opened here: of what input and for whom it
 * was made, and the root of its v2 hash tree, which does not depend on the piece length.
 */
final class SealedRecord {
    private final Path file;

    SealedRecord(Path file) {
        this.file = file;
    }

    boolean isOf(String input, List<String> recipients) throws IOException {
        return Files.exists(file) && Files.readString(file).startsWith(start(input, recipients));
    }

    boolean holds(SealedFile sealed) throws IOException {
        return Files.readString(file).endsWith(end(sealed));
    }

    void keep(String input, List<String> recipients, SealedFile sealed) throws IOException {
        String text = start(input, recipients) + end(sealed);
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String start(String input, List<String> recipients) {
        return "input " + input + "\nrecipients " + String.join(" ", recipients) + "\n";
    }

    private static String end(SealedFile sealed) {
        String root = HexFormat.of().formatHex(sealed.hashes().root());
        return "sealed " + sealed.length() + " " + root + "\n";
    }
}
