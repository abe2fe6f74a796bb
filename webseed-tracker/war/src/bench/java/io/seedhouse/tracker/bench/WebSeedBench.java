package io.seedhouse.tracker.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Our web seed beside nginx with sendfile: the same file, the same ranges, taking turns in every
 * round. Each server runs on core 0 and the load on whatever is left. CPU is what the kernel counts
 * for the server's processes, user and system time together.
 */
public final class WebSeedBench {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final int OURS = 17971;
    private static final int THEIRS = 16971;
    private static final double TICKS = 100;
    private static final double GIB = 1L << 30;

    private WebSeedBench() {}

    private record Server(String name, Process process, int port, String path) {
        /** Seconds of CPU so far, children included: nginx works in one. */
        double cpu() throws IOException {
            double cpu = cpuOf(process.pid());
            for (ProcessHandle child : process.descendants().toList()) {
                cpu += cpuOf(child.pid());
            }
            return cpu;
        }
    }

    private record Result(double cpuPerGib, double mibPerSecond) {}

    /** Arguments: the build's folder, size of the file in MiB, rounds, MiB read in each run. */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createDirectories(Path.of(arguments[0], "bench", "seed"));
        Pinned.leaveCore0();
        long size = Long.parseLong(arguments[1]) << 20;
        Path file = film(work, size);
        List<Server> servers = List.of(ours(work), theirs(work));
        try {
            for (Server server : servers) {
                awaitOpen(server.port());
            }
            for (Server server : servers) { // a compiler at work would count as sending
                new RangeLoad(server.port(), server.path(), size, 64 << 10, 8).read(8L << 30);
            }
            int rounds = Integer.parseInt(arguments[2]);
            long bytes = Long.parseLong(arguments[3]) << 20;
            for (int length : new int[] {64 << 10, 1 << 20, 4 << 20, 16 << 20}) {
                compare(servers, size, length, rounds, bytes);
            }
        } finally {
            for (Server server : servers) {
                server.process().descendants().forEach(ProcessHandle::destroy);
                server.process().destroy();
                server.process().waitFor(10, TimeUnit.SECONDS);
            }
            Files.delete(file);
        }
    }

    private static void compare(List<Server> servers, long size, int length, int rounds, long bytes)
            throws Exception {
        List<List<Result>> results = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < servers.size(); i++) {
                Result result = run(servers.get(i), size, length, bytes);
                if (round > 0) { // the first warms up
                    results.get(i).add(result);
                }
            }
        }
        List<Double> cpu = new ArrayList<>();
        List<Double> speed = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Result us = results.get(0).get(round);
            Result them = results.get(1).get(round);
            cpu.add(us.cpuPerGib() / them.cpuPerGib());
            speed.add(us.mibPerSecond() / them.mibPerSecond());
        }
        System.out.printf("%nRanges of %d KiB, median of %d rounds%n", length >> 10, rounds);
        for (int i = 0; i < servers.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-10s %.3f CPU s/GiB  %6.0f MiB/s%n",
                    servers.get(i).name(),
                    Median.of(results.get(i).stream().map(Result::cpuPerGib).toList()),
                    Median.of(results.get(i).stream().map(Result::mibPerSecond).toList()));
        }
        System.out.printf(
                Locale.ROOT,
                "  ratio      %.2f CPU        %.2f speed   CPU of each round %s%n",
                Median.of(cpu),
                Median.of(speed),
                cpu.stream().map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).toList());
    }

    private static Result run(Server server, long size, int length, long bytes) throws Exception {
        double before = server.cpu();
        double seconds = new RangeLoad(server.port(), server.path(), size, length, 8).read(bytes);
        double cpu = server.cpu() - before;
        return new Result(cpu / (bytes / GIB), bytes / (double) (1 << 20) / seconds);
    }

    private static double cpuOf(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static Path film(Path work, long size) throws IOException {
        Path folder = Files.createDirectories(work.resolve("content/" + BUNDLE));
        Path file = folder.resolve("film.age");
        byte[] block = new byte[1 << 20];
        SplittableRandom random = new SplittableRandom(1);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (long written = 0; written < size; written += block.length) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    private static Server ours(Path work) throws IOException {
        Process server =
                Pinned.ours(
                        work.resolve("seedhouse.txt"),
                        SeedServer.class,
                        Integer.toString(OURS),
                        work.resolve("content").toString(),
                        BUNDLE.toString(),
                        "film.age");
        return new Server("seedhouse", server, OURS, "/tracker/seed/" + BUNDLE + "/film.age");
    }

    /**
     * With sendfile and one worker. Without {@code tcp_nopush}: on loopback it holds back the last
     * piece of each answer for 40 ms, which makes nginx a hundred times slower at 64 KiB.
     */
    private static Server theirs(Path work) throws IOException {
        Path config = work.resolve("nginx.conf");
        Files.writeString(
                config,
                """
                daemon off;
                user root;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  sendfile on;
                  keepalive_requests 1000000;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server { listen 127.0.0.1:%2$d; root %1$s/content; }
                }
                """
                        .formatted(work.toAbsolutePath(), THEIRS));
        List<String> command = List.of("nginx", "-c", config.toAbsolutePath().toString());
        return new Server(
                "nginx",
                Pinned.start(work.resolve("nginx.txt"), command),
                THEIRS,
                "/" + BUNDLE + "/film.age");
    }

    private static void awaitOpen(int port) throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (tries == 200) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
