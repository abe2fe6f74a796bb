package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.SafeLine;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** One line on standard output, with nothing in it that would move a terminal's cursor. */
final class Said {
    private Said() {}

    static void to(CommandSpec spec, String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(SafeLine.of(line));
        out.flush();
    }
}
