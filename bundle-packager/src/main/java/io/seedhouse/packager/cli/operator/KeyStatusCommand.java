package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.Fault;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code operator key-status}: which keys there are. */
@Command(name = "key-status", description = "Lists the vault's keys and what is sealed under each.")
final class KeyStatusCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin Home home = new Home();

    @Override
    public Integer call() throws Fault, InterruptedException {
        home.door().keys().forEach(line -> Said.to(spec, line));
        return 0;
    }
}
