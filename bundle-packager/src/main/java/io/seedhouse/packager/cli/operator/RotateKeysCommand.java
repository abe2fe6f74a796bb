package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.Fault;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operator rotate-keys}: a new key takes over. */
@Command(
        name = "rotate-keys",
        description = {
            "Makes a new key for the vault and seals everything anew under it; the shop stays open.",
            "Where several servers have copies of the key file: first with --prepare, then copy the file."
        })
final class RotateKeysCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin Home home = new Home();

    @Option(names = "--prepare", description = "Only adds the new key to the key file")
    boolean prepare;

    @Override
    public Integer call() throws Fault, InterruptedException {
        Said.to(spec, home.door().wish(prepare ? "keys/prepare" : "keys/rotate"));
        return 0;
    }
}
