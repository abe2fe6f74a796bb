package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import io.seedhouse.packager.verifying.Flaw;
import io.seedhouse.packager.verifying.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder that other programs make torrents of, and what must hold of those. */
record ForeignContent(Path folder) {
    private static final int LAST = 200_000;

    static ForeignContent in(Path parent) throws IOException {
        Path folder = parent.resolve("Content");
        Samples.file(folder.resolve("a film.mkv"), 700_001);
        Samples.file(folder.resolve("sub/ä/last"), LAST);
        return new ForeignContent(folder);
    }

    /** The torrent is read, the folder fits it, and a changed byte is found. */
    Metainfo check(Path torrent) throws IOException {
        Metainfo read = Metainfo.read(torrent);
        assertEquals(Version.V1, read.version());
        assertEquals(700_001 + LAST, read.length());
        assertEquals(List.of(), new Verifier(read).verify(folder, bytes -> {}));
        Path last = folder.resolve("sub/ä/last");
        Samples.damage(last, LAST - 1);
        List<Flaw> flaws = new Verifier(read).verify(folder, bytes -> {});
        Samples.damage(last, LAST - 1);
        assertTrue(
                flaws.getFirst() instanceof Flaw.Damaged(String path, List<Flaw.Range> ranges)
                        && path.equals("sub/ä/last")
                        && ranges.getFirst().to() == LAST - 1,
                flaws.toString());
        return read;
    }

    /** Runs a program, which must succeed. */
    static void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, process.exitValue(), said);
    }
}
