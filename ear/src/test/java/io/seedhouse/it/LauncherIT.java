package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Starting and stopping in the foreground, as {@code mvn -Prun} does it. */
class LauncherIT {

    private final Path home = PlatformUnderTest.scratch().resolve("launched-home");
    private final Path output = PlatformUnderTest.scratch().resolve("launcher.txt");

    @Test
    void theServerStopsWhenWhateverStartedTheLauncherEnds() throws Exception {
        // A shell stands for the build tool; it dies without passing anything on.
        Process shell =
                launch("java -cp \"$CLASSES\" io.seedhouse.launcher.Launcher \"$SERVER\"; true");
        Await.until("the welcome", Duration.ofMinutes(3), () -> welcome(shell));
        List<ProcessHandle> started = shell.descendants().toList();
        assertEquals(2, started.size(), "launcher and server");
        shell.destroyForcibly().waitFor();
        for (ProcessHandle process : started) {
            Await.until(
                    "process " + process.pid() + " is gone",
                    Duration.ofMinutes(1),
                    () -> process.isAlive() ? Optional.empty() : Optional.of(true));
        }
    }

    @Test
    void aTakenPortIsOneLineThatNamesIt() throws Exception {
        try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertRefused("SEEDHOUSE_HTTP_PORT", holder.getLocalPort());
        }
    }

    @Test
    void aTakenUdpPortIsOneLineThatNamesIt() throws Exception {
        try (var holder = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            assertRefused("SEEDHOUSE_UDP_PORT", holder.getLocalPort());
        }
    }

    @Test
    void aTakenPeerPortIsOneLineThatNamesIt() throws Exception {
        try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertRefused("SEEDHOUSE_PEER_PORT", holder.getLocalPort());
        }
    }

    private void assertRefused(String variable, int port) throws Exception {
        String launcher = " exec java -cp \"$CLASSES\" io.seedhouse.launcher.Launcher \"$SERVER\"";
        assertEquals(1, launch(variable + "=" + port + launcher).waitFor());
        List<String> lines = Files.readAllLines(output);
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.getFirst().contains(String.valueOf(port)), lines.toString());
        assertTrue(lines.getFirst().contains(variable), lines.toString());
    }

    private Optional<String> welcome(Process shell) {
        try {
            assertTrue(shell.isAlive(), "the launcher ended early");
            return Optional.of(Files.readString(output))
                    .filter(t -> t.contains("Seedhouse is running"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Process launch(String script) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin");
        var builder = new ProcessBuilder("sh", "-c", script);
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", java + ":" + System.getenv("PATH"),
                                "CLASSES", PlatformUnderTest.target().resolve("classes").toString(),
                                "SERVER", PlatformUnderTest.server().toString(),
                                "SEEDHOUSE_HOME", home.toString(),
                                "SEEDHOUSE_DEMO", "off",
                                "SEEDHOUSE_HTTP_PORT", String.valueOf(PlatformUnderTest.freePort()),
                                "SEEDHOUSE_UDP_PORT", String.valueOf(PlatformUnderTest.freePort()),
                                "SEEDHOUSE_PEER_PORT", "0",
                                "SEEDHOUSE_MANAGEMENT_PORT",
                                        String.valueOf(PlatformUnderTest.freePort())));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }
}
