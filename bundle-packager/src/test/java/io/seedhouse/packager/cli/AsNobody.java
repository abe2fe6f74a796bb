package io.seedhouse.packager.cli;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/**
 * A program of its own: gives up being root, which no permission stops, where it is, and runs a
 * command.
 */
final class AsNobody {
    private static final int NOBODY = 65534;

    private AsNobody() {}

    public static void main(String[] args) throws Throwable {
        Seedhouse.commandLine(); // while its classes may still be read
        if (call("geteuid", FunctionDescriptor.of(JAVA_INT)) == 0) {
            FunctionDescriptor set = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
            call("setgid", set, NOBODY);
            call("setuid", set, NOBODY);
        }
        System.exit(Seedhouse.run(args));
    }

    private static int call(String name, FunctionDescriptor type, Object... arguments)
            throws Throwable {
        Linker linker = Linker.nativeLinker();
        var function = linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), type);
        return (int) function.invokeWithArguments(arguments);
    }
}
