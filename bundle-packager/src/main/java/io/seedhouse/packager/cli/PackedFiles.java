package io.seedhouse.packager.cli;

import io.seedhouse.packager.packing.Input;
import io.seedhouse.packager.packing.Inputs;
import io.seedhouse.packager.packing.Outputs;
import io.seedhouse.packager.packing.Recipients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The files that {@code pack} is given, and to whom they are encrypted. */
final class PackedFiles {
    @Option(
            names = "--free",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files or folders that stay in the clear")
    List<Path> free = List.of();

    @Option(
            names = "--paid",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files or folders to encrypt, each file under a key of its own")
    List<Path> paid = List.of();

    @Option(
            names = "--recipient",
            arity = "1..*",
            paramLabel = "[FILE=]age1...",
            description =
                    "Encrypts all paid files, or FILE, or all in the folder FILE, to this recipient;"
                            + " then no key is made for them here")
    List<String> recipients = List.of();

    boolean isEmpty() {
        return free.isEmpty() && paid.isEmpty();
    }

    List<Input> find(Outputs outputs) throws IOException {
        return Inputs.find(free, paid, Recipients.parse(recipients), outputs);
    }
}
