package io.seedhouse.tracker.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process on Linux holds, seen from outside.
 *
 * @param heap kilobytes of objects that a full collection leaves, whatever was made since
 * @param resident kilobytes of memory that the system gave it
 */
record Health(long heap, long resident, long threads, long files) {
    private static final Pattern LIVE = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    static Health of(Process process) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        Matcher live = LIVE.matcher(ask(pid, "GC.class_histogram"));
        long heap = live.find() ? Long.parseLong(live.group(1)) >> 10 : -1;
        String status = Files.readString(Path.of("/proc", pid, "status"));
        try (Stream<Path> open = Files.list(Path.of("/proc", pid, "fd"))) {
            return new Health(
                    heap, number(status, "VmRSS"), number(status, "Threads"), open.count());
        }
    }

    private static long number(String status, String name) {
        Matcher found = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static String ask(String pid, String what) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked =
                new ProcessBuilder(List.of(jcmd.toString(), pid, what))
                        .redirectErrorStream(true)
                        .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
