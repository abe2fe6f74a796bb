package io.seedhouse.tracker.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator: a program in C that knows nothing of us, built for the run. */
record Load(Path program) {
    /** What one run of it measured; times in microseconds. */
    record Result(
            double answers, double peers, double p99, long refused, long malformed, long timeouts) {
        long wrong() {
            return refused + malformed + timeouts;
        }
    }

    static Load build(Path source, Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("trackerload");
        run(
                List.of(
                        "cc",
                        "-O2",
                        "-std=gnu11",
                        "-pthread",
                        "-o",
                        program.toString(),
                        source.toString(),
                        "-lm"),
                60);
        return new Load(program);
    }

    /** The infohashes it will ask about. */
    List<String> infohashes(int count) throws IOException, InterruptedException {
        String hashes = Integer.toString(count);
        return run(List.of(program.toString(), "-H", hashes, "-L", "udp://127.0.0.1:1"), 10)
                .lines()
                .toList();
    }

    /** Runs on core 1, while servers run on core 0. */
    Result against(String url, int seconds, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-C", "1"));
        command.addAll(List.of("-s", "8", "-w", "16", "-F", "-n", "50", "-H", "1000"));
        command.addAll(List.of("-P", "100", "-j", "-d", Integer.toString(seconds)));
        command.addAll(options);
        command.add(url);
        String json = run(command, seconds + 60);
        return new Result(
                number(json, "answered_per_s"),
                number(json, "peers_per_announce"),
                number(json, "p99_us"),
                (long) number(json, "refused"),
                (long) number(json, "malformed"),
                (long) number(json, "timeouts"));
    }

    private static double number(String json, String name) {
        Matcher found = Pattern.compile('"' + name + "\":([0-9.]+)").matcher(json);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static String run(List<String> command, int seconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + said);
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
