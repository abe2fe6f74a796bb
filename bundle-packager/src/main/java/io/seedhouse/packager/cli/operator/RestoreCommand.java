package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.Fault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operator restore}: a backup becomes a shop again. */
@Command(
        name = "restore",
        description = {
            "Puts a backup into the empty database of a new server.",
            "Put the key file in place, start the server with SEEDHOUSE_DEMO=off, and call this; then"
                    + " start the server anew."
        })
final class RestoreCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin Home home = new Home();

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup")
    Path file;

    @Override
    public Integer call() throws Fault, InterruptedException {
        Said.to(spec, home.door().wish("restore", file.toAbsolutePath().toString()));
        return 0;
    }
}
