package io.seedhouse.publisher.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The ffmpeg that the server brings along, unpacked by the build, and stand-ins for it. */
public final class TestFfmpeg {
    private static final Path FOLDER = Path.of("target", "ffmpeg");
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), 1 << 30);

    private TestFfmpeg() {}

    public static Ffmpeg bundled() {
        executable(FOLDER.resolve("ffprobe"));
        return at(executable(FOLDER.resolve("ffmpeg")));
    }

    static Ffmpeg at(Path program) {
        Ffmpeg ffmpeg = new Ffmpeg();
        ffmpeg.program = program.toString();
        return ffmpeg;
    }

    /** A shell script in the place of both programs. */
    public static Ffmpeg script(Path folder, String body) throws IOException {
        for (String name : new String[] {"ffprobe", "ffmpeg"}) {
            executable(Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n"));
        }
        return at(folder.resolve("ffmpeg"));
    }

    private static Path executable(Path program) {
        try {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a file with the bundled ffmpeg.
     *
     * @param words its arguments, the output's options last
     */
    public static Path make(Path file, String... words) {
        Line line = new Line().add(words).add(file.getFileName().toString());
        Path folder = file.toAbsolutePath().getParent();
        Ran ran = bundled().convert(line, folder, LIMITS, Watch.NOTHING);
        if (ran instanceof Ran.Failed f) {
            throw new AssertionError(f.complaint());
        }
        return file;
    }
}
