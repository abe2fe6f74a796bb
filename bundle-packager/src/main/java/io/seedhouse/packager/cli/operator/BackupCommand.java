package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.Fault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operator backup}: the whole database in one file. */
@Command(
        name = "backup",
        description = {
            "Writes the database as it is now into a new file; the shop stays open.",
            "The vault's key is not in it: keep the key file apart from it, as safe."
        })
final class BackupCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin Home home = new Home();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to; by default in the folder backups of the server's home")
    @Nullable Path file;

    @Override
    public Integer call() throws Fault, InterruptedException {
        Door door = home.door();
        Said.to(
                spec,
                file == null
                        ? door.wish("backup")
                        : door.wish("backup", file.toAbsolutePath().toString()));
        return 0;
    }
}
