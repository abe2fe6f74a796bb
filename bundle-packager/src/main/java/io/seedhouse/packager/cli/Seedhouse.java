package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.operator.OperatorCommand;
import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.cli.terminal.SafeLine;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line {@code seedhouse}. Exit status: 0 done, 1 the input is at fault, 2 usage; a
 * fault is exactly one line on stderr.
 */
@Command(
        name = "seedhouse",
        description = "Packs films into encrypted bundles for BitTorrent, and opens them again.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PackCommand.class,
            UnlockCommand.class,
            CatCommand.class,
            VerifyCommand.class,
            InspectCommand.class,
            PublishCommand.class,
            OperatorCommand.class
        })
public final class Seedhouse {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    boolean help;

    /** Runs one command and exits with its status. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return run(commandLine(), args);
    }

    /** A torrent within all limits can still be too much for a small heap. */
    static int run(CommandLine commands, String... args) {
        try {
            return commands.execute(args);
        } catch (OutOfMemoryError e) {
            say(
                    commands.getErr(),
                    commands.getCommandName()
                            + ": there is not enough memory for this; allow more, for example with"
                            + " JAVA_TOOL_OPTIONS=-Xmx1g");
            return 1;
        }
    }

    static CommandLine commandLine() {
        return commandLine(CommandLine.defaultFactory());
    }

    /**
     * @param factory makes the commands
     */
    static CommandLine commandLine(CommandLine.IFactory factory) {
        return new CommandLine(new Seedhouse(), factory)
                .setExpandAtFiles(false) // titles and file names may begin with @
                .setParameterExceptionHandler(Seedhouse::usage)
                .setExecutionExceptionHandler(Seedhouse::fault);
    }

    private static int usage(CommandLine.ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        say(command.getErr(), name + ": " + fault.getMessage() + " (" + name + " --help)");
        return 2;
    }

    private static int fault(Exception fault, CommandLine command, CommandLine.ParseResult result) {
        String message =
                switch (fault) {
                    case Fault known -> known.getMessage();
                    case IOException io -> Fault.sentence(io);
                    default -> "this should not have happened: " + fault;
                };
        say(command.getErr(), command.getCommandSpec().qualifiedName() + ": " + message);
        return 1;
    }

    private static void say(PrintWriter err, String message) {
        err.println(SafeLine.of(message));
        err.flush();
    }
}
