package io.seedhouse.tracker.interop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** WebTorrent's packages, which the build fetches once, and our programs that use them. */
final class NpmPackages {
    private static final String PROGRAMS = "src/test/clients/";
    private static final String INSTALLATION = "target/clients";

    private NpmPackages() {}

    /** For programs that will find no registry on their network. */
    static void install() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command("installation.mjs")).inheritIO().start();
        if (!process.waitFor(150, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("npm did not bring WebTorrent's packages");
        }
    }

    /** How to start a program of ours, which takes where the packages are and the arguments. */
    static List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", PROGRAMS + program, INSTALLATION));
        command.addAll(List.of(arguments));
        return command;
    }
}
