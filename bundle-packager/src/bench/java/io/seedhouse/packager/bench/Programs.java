package io.seedhouse.packager.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs that are compared; what is missing is named with the package that brings it. */
record Programs(Path jar, Path rival) {

    static Programs find(Path build, Path source) throws IOException, InterruptedException {
        need("age", "age");
        need("mktorrent", "mktorrent");
        need("g++", "g++");
        Path rival = build.resolve("rival");
        Step compile =
                new Step(
                        "compiling the rival (needs the package libtorrent-rasterbar-dev)",
                        List.of(
                                "sh",
                                "-c",
                                "g++ -std=c++17 -O2 '%s' -o '%s' $(pkg-config --cflags --libs libtorrent-rasterbar)"
                                        .formatted(source, rival)));
        compile.run(build);
        return new Programs(build.resolve("seedhouse.jar"), rival);
    }

    private static void need(String program, String from) throws IOException {
        boolean there =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            throw new IOException(program + " is not on the PATH; install the package " + from);
        }
    }

    Step ours(String name, String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> start = List.of(java.toString(), "-jar", jar.toString());
        return new Step(name, Stream.concat(start.stream(), Stream.of(arguments)).toList());
    }

    Step libtorrent(String name, String... arguments) {
        return new Step(
                name, Stream.concat(Stream.of(rival.toString()), Stream.of(arguments)).toList());
    }

    /** What ran here, for the report. */
    List<String> versions() throws IOException, InterruptedException {
        return List.of(
                "age " + said("age", "--version"),
                said(rival.toString()),
                said("mktorrent", "-h").lines().findFirst().orElse("mktorrent"),
                said("openssl", "version"),
                "Java " + Runtime.version());
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] all = process.getInputStream().readAllBytes();
        process.waitFor();
        return new String(all, StandardCharsets.UTF_8).strip();
    }
}
