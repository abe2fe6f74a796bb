package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the fuzzer on one target in a Java of its own, with a small heap so that greed shows. What
 * it finds to be new stays in the build's folder, and the next run goes on from there.
 */
final class FuzzRun {
    /** Seconds that one input may take, thousands of times what the slowest does. */
    private static final int LONGEST_SECONDS = 10;

    private final Target target;
    private final Path folder;

    FuzzRun(Target target) {
        this.target = target;
        this.folder = Program.target("fuzz").resolve(target.toString());
    }

    /**
     * Fuzzes and answers what the fuzzer said.
     *
     * @param limit how long: an option of libFuzzer
     * @throws AssertionError when it found a failure, whose input is then kept in the folder
     */
    String run(String limit, long seed) throws IOException, InterruptedException {
        prepare();
        List<String> options = new ArrayList<>();
        options.addAll(List.of(limit, "-seed=" + seed, "-print_final_stats=1"));
        if (!target.words().isEmpty()) {
            options.add("-dict=" + dictionary());
        }
        options.addAll(List.of(found().toString(), seeds().toString()));
        return fuzz("log.txt", options);
    }

    /** Keeps the fewest inputs that reach every branch reached so far. */
    void keep() throws IOException, InterruptedException {
        prepare();
        Path fewest = folder.resolve("fewest");
        Files.createDirectories(fewest);
        fuzz(
                "merge.txt",
                List.of(
                        "-merge=1",
                        "-use_counters=0",
                        fewest.toString(),
                        seeds().toString(),
                        found().toString()));
        Corpus.of(target).keep(fewest);
    }

    private void prepare() throws IOException {
        Files.createDirectories(found());
        List<byte[]> inputs = new ArrayList<>(target.seeds());
        inputs.addAll(Corpus.of(target).inputs());
        Corpus.unpack(inputs, seeds());
        Files.write(dictionary(), target.words().stream().map(FuzzRun::word).toList());
    }

    private String fuzz(String log, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Program.java().toString());
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-D" + Memory.WATCHED + "=true"));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.className(),
                        "--instrumentation_includes=" + String.join(":", target.watched()),
                        "--instrumentation_excludes=" + unwatched(),
                        "--custom_hook_includes=" + String.join(":", target.watched()),
                        "--custom_hook_excludes=" + unwatched(),
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/failure-",
                        "-max_len=" + target.longest(),
                        "-timeout=" + LONGEST_SECONDS));
        command.addAll(options);
        Path said = folder.resolve(log);
        Process fuzzer =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int status = fuzzer.waitFor();
        String text = Files.readString(said, StandardCharsets.ISO_8859_1);
        if (status != 0) {
            throw new AssertionError(
                    "the fuzzer ended with status %d:%n%s".formatted(status, end(text)));
        }
        return text;
    }

    private static String end(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** In libFuzzer's dictionaries everything beyond plain ASCII is in hexadecimal. */
    private static String word(String word) {
        return word.chars()
                .mapToObj(c -> String.format(Locale.ROOT, "\\x%02x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** Tests in the readers' own packages, whose branches must not guide the fuzzer. */
    private String harness() {
        return target.className()
                + ":io.seedhouse.packager.encryption.FuzzKeys"
                + ":io.seedhouse.packager.keys.FuzzIdentities";
    }

    private String unwatched() {
        return Stream.concat(Stream.of(harness()), target.unwatched().stream())
                .collect(Collectors.joining(":"));
    }

    private Path seeds() {
        return folder.resolve("seeds");
    }

    private Path found() {
        return folder.resolve("found");
    }

    private Path dictionary() {
        return folder.resolve("words.dict");
    }
}
