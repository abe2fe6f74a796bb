package io.seedhouse.tracker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Our tracker for minutes at about half of what it can do, with honest clients over UDP and HTTP
 * and hostile ones beside them. It fails when an honest request goes wrong, when memory, threads or
 * files grow, or when the server's log says anything.
 */
public final class Soak {
    private static final int UDP = 17971;
    private static final int HTTP = 17972;
    private static final int CALIBRATION_SECONDS = 4;
    private static final int SETTLING_SECONDS = 15;

    private final Load load;
    private final Process server;
    private final int seconds;

    private Soak(Load load, Process server, int seconds) {
        this.load = load;
        this.server = server;
        this.seconds = seconds;
    }

    /** Arguments: the build's folder, the load generator's source, seconds. */
    public static void main(String[] arguments) throws Exception {
        Path build = Files.createDirectories(Path.of(arguments[0], "bench"));
        Load load = Load.build(Path.of(arguments[1]), build);
        Path infohashes = build.resolve("infohashes.txt");
        Files.write(infohashes, load.infohashes(1000));
        Path log = build.resolve("soak.txt");
        Process server = TrackerBench.ours(UDP, HTTP, infohashes, log);
        List<String> problems = new ArrayList<>();
        try {
            TimeUnit.SECONDS.sleep(5);
            problems.addAll(new Soak(load, server, Integer.parseInt(arguments[2])).run());
        } finally {
            server.destroy();
            server.waitFor();
        }
        Files.readString(log)
                .lines()
                .filter(line -> line.matches(".*(Exception|Error|SEVERE|ERROR).*"))
                .limit(5)
                .forEach(line -> problems.add("log: " + line));
        System.out.println(problems.isEmpty() ? "nothing went wrong" : "WRONG: " + problems);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private List<String> run() throws Exception {
        double udp = load.against(udp(), CALIBRATION_SECONDS, List.of()).answers() / 4;
        double http = load.against(http(), CALIBRATION_SECONDS, List.of()).answers() / 4;
        System.out.printf(Locale.ROOT, "%.0f over UDP and %.0f over HTTP a second%n", udp, http);
        List<Health> health = new ArrayList<>();
        try (Hostility hostility = new Hostility(UDP, HTTP);
                ExecutorService loads = Executors.newFixedThreadPool(2)) {
            Future<Load.Result> overUdp = loads.submit(() -> steady(udp(), udp));
            Future<Load.Result> overHttp = loads.submit(() -> steady(http(), http));
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            health.add(look("start"));
            TimeUnit.SECONDS.sleep(seconds / 3);
            health.add(look("a third"));
            TimeUnit.SECONDS.sleep(seconds - seconds / 3 - SETTLING_SECONDS - 5);
            health.add(look("end"));
            List<String> problems = grown(health);
            report("UDP", overUdp.get(), problems);
            report("HTTP", overHttp.get(), problems);
            System.out.println(
                    hostility.sent() + " hostile, " + hostility.turnedAway() + " turned away");
            return problems;
        }
    }

    private Load.Result steady(String url, double rate) throws IOException, InterruptedException {
        return load.against(url, seconds, List.of("-r", Long.toString(Math.round(rate))));
    }

    private Health look(String when) throws IOException, InterruptedException {
        Health health = Health.of(server);
        System.out.println(when + ": " + health);
        return health;
    }

    private static List<String> grown(List<Health> health) {
        Health start = health.getFirst();
        Health end = health.getLast();
        List<String> problems = new ArrayList<>();
        if (end.heap() > start.heap() * 1.1 + 4096) {
            problems.add("heap grew");
        }
        if (end.resident() > health.get(1).resident() * 1.1 + 8192) {
            problems.add("resident memory grew");
        }
        if (end.threads() > start.threads() + 2 || end.files() > start.files() + 64) {
            problems.add("threads or files grew");
        }
        return problems;
    }

    private static void report(String name, Load.Result result, List<String> problems) {
        System.out.println(name + ": " + result);
        if (result.wrong() > 0) {
            problems.add(result.wrong() + " honest requests went wrong over " + name);
        }
    }

    private static String udp() {
        return "udp://127.0.0.1:" + UDP;
    }

    private static String http() {
        return "http://127.0.0.1:" + HTTP + "/tracker/announce";
    }
}
