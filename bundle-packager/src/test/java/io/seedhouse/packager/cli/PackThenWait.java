package io.seedhouse.packager.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program of its own: runs a command up to a number of bytes, says so, and then stands still
 * until it is killed.
 */
final class PackThenWait {
    private PackThenWait() {}

    public static void main(String[] args) {
        AtomicLong left = new AtomicLong(Long.parseLong(args[0]));
        var command =
                Seedhouse.commandLine(
                        CommandRun.watching(bytes -> {
                            if (left.addAndGet(-bytes) <= 0) {
                                standStill();
                            }
                        }));
        System.exit(command.execute(Arrays.copyOfRange(args, 1, args.length)));
    }

    private static void standStill() {
        System.out.println("reached");
        System.out.flush();
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
