package io.seedhouse.tracker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Our tracker beside opentracker under the same load, taking turns in every round. Each server runs
 * on core 0 and the load on core 1; both trackers know the same torrents, and opentracker has them
 * in its whitelist where it was built to have one.
 */
public final class TrackerBench {
    private static final int OURS_UDP = 17969;
    private static final int OURS_HTTP = 17970;
    private static final int THEIRS = 16969;

    private final Load load;
    private final int rounds;
    private final int seconds;

    private TrackerBench(Load load, int rounds, int seconds) {
        this.load = load;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Arguments: the build's folder, the load generator's source, rounds, seconds of each run. */
    public static void main(String[] arguments) throws Exception {
        Path build = Files.createDirectories(Path.of(arguments[0], "bench"));
        Load load = Load.build(Path.of(arguments[1]), build);
        Path infohashes = build.resolve("infohashes.txt");
        Files.write(infohashes, load.infohashes(1000));
        Process ours = ours(OURS_UDP, OURS_HTTP, infohashes, build.resolve("seedhouse.txt"));
        Process theirs = theirs(infohashes, build);
        try {
            TimeUnit.SECONDS.sleep(4);
            int rounds = Integer.parseInt(arguments[2]);
            new TrackerBench(load, rounds, Integer.parseInt(arguments[3])).run();
        } finally {
            ours.destroy();
            theirs.destroy();
        }
    }

    private void run() throws IOException, InterruptedException {
        String ours = "http://127.0.0.1:" + OURS_HTTP;
        String theirs = "127.0.0.1:" + THEIRS;
        Map<String, String> udp = new LinkedHashMap<>();
        udp.put("seedhouse", "udp://127.0.0.1:" + OURS_UDP);
        udp.put("opentracker", "udp://" + theirs);
        compare("UDP announce", udp, List.of());
        compare("UDP scrape", udp, List.of("-m", "0:0:1"));
        Map<String, String> http = new LinkedHashMap<>();
        http.put("seedhouse", ours + "/tracker/announce");
        http.put("trivial handler", ours + "/trivial/announce");
        http.put("opentracker", "http://" + theirs + "/announce");
        compare("HTTP announce, keep-alive", http, List.of());
        compare("HTTP announce, Connection: close", http, List.of("-K", "-s", "50", "-a", "50"));
    }

    private void compare(String title, Map<String, String> servers, List<String> options)
            throws IOException, InterruptedException {
        Map<String, List<Load.Result>> results = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, String> server : servers.entrySet()) {
                Load.Result result = load.against(server.getValue(), seconds, options);
                if (round > 0) { // the first warms up
                    results.computeIfAbsent(server.getKey(), name -> new ArrayList<>()).add(result);
                }
            }
        }
        report(title, results);
    }

    private void report(String title, Map<String, List<Load.Result>> results) {
        System.out.printf("%n%s, median of %d rounds%n", title, rounds);
        List<Load.Result> ours = results.getOrDefault("seedhouse", List.of());
        results.forEach((name, all) ->
                System.out.printf(
                        Locale.ROOT,
                        "  %-16s %8.0f answers/s  ratio %.2f  p99 %6.0f us  %.1f peers"
                                + "  %d wrong  %s%n",
                        name,
                        Median.of(all.stream().map(Load.Result::answers).toList()),
                        Median.of(ratios(ours, all)),
                        Median.of(all.stream().map(Load.Result::p99).toList()),
                        Median.of(all.stream().map(Load.Result::peers).toList()),
                        all.stream().mapToLong(Load.Result::wrong).sum(),
                        all.stream().map(r -> Math.round(r.answers())).toList()));
    }

    /** Ours to theirs, round by round. */
    private static List<Double> ratios(List<Load.Result> ours, List<Load.Result> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).answers() / theirs.get(i).answers());
        }
        return ratios;
    }

    /** Our tracker, and what it says in a file. */
    static Process ours(int udp, int http, Path infohashes, Path output) throws IOException {
        return Pinned.ours(
                output,
                BenchServer.class,
                Integer.toString(udp),
                Integer.toString(http),
                infohashes.toString());
    }

    /** It locks itself into its folder before it reads the list. */
    private static Process theirs(Path infohashes, Path build) throws IOException {
        Path folder = Files.createDirectories(build.resolve("opentracker"));
        Files.copy(infohashes, folder.resolve("admitted"), StandardCopyOption.REPLACE_EXISTING);
        String port = Integer.toString(THEIRS);
        return Pinned.start(
                build.resolve("opentracker.txt"),
                List.of(
                        "opentracker",
                        "-i",
                        "127.0.0.1",
                        "-p",
                        port,
                        "-P",
                        port,
                        "-d",
                        folder.toString(),
                        "-w",
                        "/admitted",
                        "-u",
                        "nobody"));
    }
}
