package io.seedhouse.packager.cli;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.verifying.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A film and a teaser, a folder for outputs, and the command that packs into it. */
abstract class PackFixture {
    static final int FILM = 20_000_000;

    @TempDir Path folder;

    Path film;
    Path teaser;
    Path out;

    @BeforeEach
    void makeFiles() throws IOException {
        film = Samples.file(folder.resolve("in/film.mp4"), FILM);
        teaser = Samples.file(folder.resolve("in/teaser.mp4"), 100_000);
        out = folder.resolve("out");
    }

    List<String> packing(Object... more) {
        List<String> command = new ArrayList<>(List.of("pack", "--out", out.toString()));
        command.addAll(List.of("--name", "Demo", "--tracker", "http://t.example/announce"));
        Stream.of(more).map(Object::toString).forEach(command::add);
        return command;
    }

    CommandRun pack(Object... more) {
        return CommandRun.of(packing(more));
    }

    CommandRun unlock(Path keyring) {
        Path plain = folder.resolve("plain");
        return CommandRun.of(
                List.of(
                        "unlock",
                        "--keyring",
                        keyring.toString(),
                        "--out",
                        plain.toString(),
                        out.resolve("Demo").toString()));
    }

    Path part() {
        return out.resolve(".Demo.seedhouse-part");
    }

    Metainfo torrent() throws IOException {
        return Metainfo.read(out.resolve("Demo.torrent"));
    }

    /** What another reading of the finished files finds wrong with them. */
    List<?> damage() throws IOException {
        return new Verifier(torrent()).verify(out, bytes -> {});
    }

    static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
