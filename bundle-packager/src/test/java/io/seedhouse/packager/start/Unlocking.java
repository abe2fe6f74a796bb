package io.seedhouse.packager.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.Program;
import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.packager.sealing.FileSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A locked film whose name goes beyond ASCII, and a check that a command opens it. */
final class Unlocking {
    private final Path folder;
    private final Path film;

    Unlocking(Path folder) throws IOException {
        this.folder = folder;
        film = Samples.file(folder.resolve("Überfall \"電影\".mp4"), 200_000);
        Identity identity = Identity.generate();
        new FileSealer(1 << 20)
                .encrypt(
                        film,
                        folder.resolve(film.getFileName() + ".age"),
                        identity.recipient(),
                        "f",
                        n -> {});
        Keyring keyring = new Keyring(List.of(new Keyring.Entry("", identity)));
        Files.writeString(folder.resolve("keyring.txt"), keyring.text());
    }

    void worksWith(Map<String, String> environment, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        Path plain = folder.resolve("plain");
        all.addAll(List.of("unlock", "--keyring", folder.resolve("keyring.txt").toString()));
        all.addAll(List.of("--out", plain.toString(), folder.resolve(film.getFileName()) + ".age"));
        Program program = Program.run(environment, all);
        assertEquals(0, program.status(), program.toString());
        assertEquals("", program.errors());
        assertEquals(-1, Files.mismatch(film, plain.resolve(film.getFileName())));
    }
}
