package io.seedhouse.tracker.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Our tracker in a process of its own on one of the {@link Hosts}. */
final class TrackerProcess {
    /** What the tracker says of its swarm. */
    record Counts(int seeders, int leechers, int completed) {}

    private final Process process;
    private final BufferedReader answers;

    private TrackerProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader();
    }

    static TrackerProcess start(Hosts hosts, Film film) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Hosts.java().resolve("bin/java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OpenTracker.class.getName()));
        command.add(film.home().toString());
        command.addAll(film.infohashes());
        TrackerProcess tracker =
                new TrackerProcess(
                        hosts.start(
                                Hosts.Host.TRACKER,
                                ProcessBuilder.Redirect.PIPE,
                                command,
                                Map.of()));
        tracker.awaitLine("ready");
        return tracker;
    }

    Counts counts() {
        try {
            process.outputWriter().write('\n');
            process.outputWriter().flush();
            String[] numbers = awaitLine("").split(" ");
            return new Counts(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: nothing is said to anybody. */
    void kill() throws InterruptedException {
        Hosts.kill(process);
    }

    /**
     * Until the first line that begins so, past what libraries may say; the process ends in time.
     */
    private String awaitLine(String start) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (start.isEmpty() ? line.matches("\\d+ \\d+ \\d+") : line.startsWith(start)) {
                return line;
            }
        }
        throw new IOException("the tracker ended");
    }
}
