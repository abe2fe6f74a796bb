package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.Fault;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code operator finish-rotation}: the old key goes. */
@Command(
        name = "finish-rotation",
        description = "Drops the old key, unless something still needs it.")
final class FinishRotationCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin Home home = new Home();

    @Override
    public Integer call() throws Fault, InterruptedException {
        Said.to(spec, home.door().wish("keys/finish"));
        return 0;
    }
}
