package io.seedhouse.tracker.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts servers on core 0, and leaves core 1 to the load. */
final class Pinned {
    private Pinned() {}

    /** A server of ours, and what it says in a file. */
    static Process ours(Path output, Class<?> server, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                server.getName()));
        command.addAll(List.of(arguments));
        return start(output, command);
    }

    /** Any server. */
    static Process start(Path output, List<String> command) throws IOException {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
        pinned.addAll(command);
        return new ProcessBuilder(pinned)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Takes this process, and threads it starts from now on, off the servers' core. */
    static void leaveCore0() throws IOException, InterruptedException {
        String process = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("taskset", "-a", "-c", "-p", "1", process).start().waitFor();
    }
}
