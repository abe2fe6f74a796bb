package io.seedhouse.publisher.ffmpeg;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundled ffmpeg and ffprobe.
 *
 * <p>{@code nice} keeps them behind the server's own work, {@code setpriv} ends them when the
 * server is killed, and {@code prlimit} holds the limits on memory, processor time and file sizes
 * in the kernel. Where one of these programs is missing, the run does without: the limit on time is
 * ours in any case.
 */
@ApplicationScoped
public class Ffmpeg {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private static final int LONGEST_ANSWER = 256 * 1024;

    @Inject
    @ConfigProperty(name = "seedhouse.ffmpeg")
    String program;

    /**
     * Runs ffmpeg.
     *
     * @param folder where it runs and its results lie
     */
    public Ran convert(Line line, Path folder, Limits limits, Watch watch) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "-hide_banner",
                                "-loglevel",
                                "error",
                                "-nostdin",
                                "-y",
                                "-nostats",
                                "-stats_period",
                                "0.5",
                                "-progress",
                                "pipe:1"));
        words.addAll(line.words());
        return run(ffmpeg(), words, 0, folder, limits, watch);
    }

    /** Runs ffprobe, which answers in JSON what a file of ours holds. */
    public Ran probe(Path file, Limits limits, Watch watch) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "-loglevel",
                                "error",
                                "-show_format",
                                "-show_streams",
                                "-print_format",
                                "json=compact=1"));
        words.addAll(Line.opening(file));
        Path folder = file.toAbsolutePath().getParent();
        Path ffprobe = ffmpeg().resolveSibling("ffprobe");
        return run(ffprobe, words, LONGEST_ANSWER, folder, limits, watch);
    }

    private Path ffmpeg() {
        return Path.of(program).toAbsolutePath().normalize();
    }

    private static Ran run(
            Path program, List<String> words, int kept, Path folder, Limits limits, Watch watch) {
        if (!Files.isExecutable(program)) {
            return new Ran.Failed(Ran.Cause.MISSING, "there is no program at " + program);
        }
        List<String> command = new ArrayList<>(guards(limits));
        command.add(program.toString());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", program.resolveSibling("").toString());
        try {
            return new Run(builder.start(), kept).await(limits, watch);
        } catch (IOException e) {
            return new Ran.Failed(Ran.Cause.MISSING, "it cannot be started: " + e.getMessage());
        }
    }

    /** What each of these does it does to itself, then becomes the next. */
    private static List<String> guards(Limits limits) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        if (Files.isExecutable(SETPRIV)) {
            line.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        if (Files.isExecutable(PRLIMIT)) {
            long seconds =
                    Math.max(1, limits.time().toSeconds())
                            * Runtime.getRuntime().availableProcessors();
            line.addAll(
                    List.of(
                            PRLIMIT.toString(),
                            "--as=" + limits.memoryBytes(),
                            "--fsize=" + limits.outputBytes(),
                            "--cpu=" + seconds,
                            "--core=0"));
        }
        return line;
    }
}
