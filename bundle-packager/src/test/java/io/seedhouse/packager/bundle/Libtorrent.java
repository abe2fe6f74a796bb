package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seedhouse.packager.metainfo.Metainfo;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libtorrent4j.TorrentInfo;

/**
 * Runs {@link LibtorrentProgram} in a process of its own, because libtorrent4j replaces the signal
 * handlers of the Java runtime, which then dies of a signal that it would have handled.
 */
final class Libtorrent {
    private Libtorrent() {}

    static void assumeAtHand() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(system.equals("Linux amd64"), "libtorrent is at hand for Linux amd64 only");
    }

    /** The lines that the program writes. */
    static List<String> run(Object... args) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"));
        String classPath =
                Stream.of(LibtorrentProgram.class, Metainfo.class, TorrentInfo.class)
                        .map(Libtorrent::location)
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java.resolve("bin/java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dlibtorrent4j.jni.path="
                                        + System.getProperty("libtorrent4j.jni.path"),
                                "-cp",
                                classPath,
                                LibtorrentProgram.class.getName()));
        Arrays.stream(args).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Chains the handlers that libtorrent4j installs with those of the Java runtime.
        builder.environment().put("LD_PRELOAD", java.resolve("lib/libjsig.so").toString());
        Process process = builder.start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "libtorrent took too long");
        assertEquals(0, process.exitValue(), String.join("\n", lines));
        return lines;
    }

    private static String location(Class<?> type) {
        URI place = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toString();
    }
}
