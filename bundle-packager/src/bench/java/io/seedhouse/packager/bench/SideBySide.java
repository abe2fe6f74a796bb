package io.seedhouse.packager.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Our command line and what a person uses today, on the same input, taking turns in every round, so
 * that whatever else the machine does meets all of them. Prints medians and ratios.
 */
public final class SideBySide {
    private static final int MIB = 1 << 20;
    private static final String PIECE = Integer.toString(MIB);

    private final Programs programs;
    private final Path folder;
    private final boolean synced;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    private SideBySide(Programs programs, Path folder, boolean synced) {
        this.programs = programs;
        this.folder = folder;
        this.synced = synced;
    }

    /** Arguments: the build's folder, the rival's source, GiB of input, rounds. */
    public static void main(String[] args) throws Exception {
        Path build = Path.of(args[0]);
        Programs programs = Programs.find(build, Path.of(args[1]));
        long length = Long.parseLong(args[2]) << 30;
        int rounds = Integer.parseInt(args[3]);
        programs.versions().forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%d cores, %d GiB of random input, pieces of 1 MiB%n",
                Runtime.getRuntime().availableProcessors(),
                length >> 30);
        compare(
                "tmpfs",
                programs,
                Files.createTempDirectory(Path.of("/dev/shm"), "bench"),
                length,
                rounds,
                false);
        compare(
                "disk, output synced",
                programs,
                Files.createTempDirectory(build, "bench"),
                length,
                2,
                true);
    }

    private static void compare(
            String title, Programs programs, Path folder, long length, int rounds, boolean synced)
            throws Exception {
        try {
            var run = new SideBySide(programs, folder, synced);
            run.prepare(length);
            for (int round = 0; round < rounds; round++) {
                run.round(length);
            }
            run.report(title, rounds);
        } finally {
            delete(folder);
        }
    }

    private void prepare(long length) throws IOException, InterruptedException {
        random(folder.resolve("in.bin"), length);
        new Step("key", List.of("age-keygen", "-o", "key.txt")).run(folder);
    }

    private void round(long length) throws IOException, InterruptedException {
        String recipient = recipient();
        measure(length, new Step("age", List.of("age", "-r", recipient, "-o", "in.age", "in.bin")));
        String sealed = folder.resolve("in.age").toString();
        measure(0, programs.libtorrent("libtorrent create", "create", sealed, PIECE, "in.torrent"));
        Files.deleteIfExists(folder.resolve("mk.torrent"));
        measure(
                0,
                new Step(
                        "mktorrent",
                        List.of(
                                "mktorrent",
                                "-t2",
                                "-l20",
                                "-a",
                                "http://t.example/",
                                "-o",
                                "mk.torrent",
                                "in.age")));
        Files.delete(folder.resolve("in.age"));
        measure(
                length,
                programs.ours(
                        "seedhouse pack",
                        "pack",
                        "--out",
                        "out",
                        "--name",
                        "film",
                        "--paid",
                        "in.bin",
                        "--tracker",
                        "http://t.example/"));
        measure(0, programs.libtorrent("libtorrent check", "check", "out/film.torrent", "out"));
        measure(0, programs.ours("seedhouse verify", "verify", "out/film.torrent", "out"));
        delete(folder.resolve("out"));
    }

    private String recipient() throws IOException {
        return Files.readAllLines(folder.resolve("key.txt")).stream()
                .filter(line -> line.startsWith("# public key: "))
                .map(line -> line.substring("# public key: ".length()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A virtual machine gives freed memory back and is slow to get it again, which would hit
     * whoever writes next: so as much as a program will write is touched and freed before it runs.
     */
    private void measure(long writes, Step step) throws IOException, InterruptedException {
        if (writes > 0 && !synced) {
            Path scrap = folder.resolve("scrap");
            zeros(scrap, writes + writes / 8);
            Files.delete(scrap);
        }
        double time = step.run(folder);
        if (writes > 0 && synced) {
            time += new Step("sync", List.of("sync", "-f", ".")).run(folder);
        }
        seconds.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(time);
    }

    private void report(String title, int rounds) {
        System.out.printf("%n%s, %d rounds: median seconds (all)%n", title, rounds);
        seconds.forEach((name, all) ->
                System.out.printf(
                        Locale.ROOT, "  %-18s %6.2f  %s%n", name, median(all), shown(all)));
        ratio(
                "age + libtorrent / pack",
                sum("age", "libtorrent create"),
                seconds.get("seedhouse pack"));
        ratio("age + mktorrent / pack", sum("age", "mktorrent"), seconds.get("seedhouse pack"));
        ratio(
                "libtorrent check / verify",
                seconds.get("libtorrent check"),
                seconds.get("seedhouse verify"));
    }

    private List<Double> sum(String one, String other) {
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < seconds.get(one).size(); i++) {
            sums.add(seconds.get(one).get(i) + seconds.get(other).get(i));
        }
        return sums;
    }

    /** The median of the ratios within each round. */
    private static void ratio(String name, List<Double> rival, List<Double> ours) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(rival.get(i) / ours.get(i));
        }
        System.out.printf(Locale.ROOT, "  %-26s %5.2f  %s%n", name, median(ratios), shown(ratios));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static List<String> shown(List<Double> values) {
        return values.stream().map(value -> String.format(Locale.ROOT, "%.2f", value)).toList();
    }

    private static void random(Path file, long length) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        byte[] block = new byte[MIB];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long at = 0; at < length; at += block.length) {
                random.nextBytes(block);
                out.write(block);
            }
        }
    }

    private static void zeros(Path file, long length) throws IOException {
        byte[] block = new byte[MIB];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long at = 0; at < length; at += block.length) {
                out.write(block);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
