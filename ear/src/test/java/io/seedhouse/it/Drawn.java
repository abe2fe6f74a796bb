package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Real films, drawn by the ffmpeg that the server brings along. */
final class Drawn {
    private Drawn() {}

    /** H.264 and AAC in an MP4 with its index at the end. */
    static Path film(Path file, int seconds, String size) throws Exception {
        return make(
                file,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=" + size + ":r=24:d=" + seconds,
                "-f",
                "lavfi",
                "-i",
                "sine=d=" + seconds,
                "-c:v",
                "libopenh264",
                "-b:v",
                "2M",
                "-c:a",
                "aac",
                "-f",
                "mp4");
    }

    /** A picture with a script behind it. */
    static Path polyglot(Path file) throws Exception {
        make(
                file, "-f", "lavfi", "-i", "testsrc2=s=64x96", "-frames:v", "1", "-c:v", "png",
                "-f", "image2pipe");
        Files.writeString(
                file, "<script>alert(1)</script>", StandardOpenOption.APPEND);
        return file;
    }

    private static Path make(Path file, String... words) throws Exception {
        Files.createDirectories(file.getParent());
        Path folder = PlatformUnderTest.server().resolve("ffmpeg");
        List<String> line = new ArrayList<>(List.of(folder.resolve("ffmpeg").toString(), "-y"));
        line.addAll(List.of(words));
        line.add(file.toString());
        assertEquals(0, run(line, folder), file.toString());
        return file;
    }

    private static int run(List<String> line, Path folder)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(line);
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
