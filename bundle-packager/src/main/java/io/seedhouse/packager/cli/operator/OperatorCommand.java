package io.seedhouse.packager.cli.operator;

import picocli.CommandLine.Command;

/** {@code operator}: for who runs a platform, on the machine that it runs on. */
@Command(
        name = "operator",
        description = {
            "Backs up a running platform and rotates its keys, on the machine it runs on.",
            "Reads the token in the server's home, so it has to be called by the same account."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BackupCommand.class,
            RestoreCommand.class,
            KeyStatusCommand.class,
            RotateKeysCommand.class,
            FinishRotationCommand.class
        })
public final class OperatorCommand {}
