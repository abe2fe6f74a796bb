package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.encryption.AgeFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code cat}: plain bytes to stdout and nothing else. Only the header, the last chunk and the
 * chunks of the range are read; each is authenticated before it is given.
 */
@Command(
        name = "cat",
        description = "Writes a decrypted file, or a range of it, to standard output.")
final class CatCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 20;

    @Spec CommandSpec spec;

    @Mixin KeyringOption keyring = new KeyringOption();

    @Option(
            names = "--range",
            paramLabel = "A-B",
            description = "Bytes A to B of the plain file, from 0; also A- and -N")
    String range = "0-";

    @Parameters(index = "0", paramLabel = "FILE.age", description = "The encrypted file")
    Path file;

    // A PrintStream would hide a full disk and a reader that has gone.
    OutputStream out = new FileOutputStream(FileDescriptor.out);

    @Override
    public Integer call() throws Fault {
        ByteRange bytes = parseRange();
        try (AgeFile age = AgeFile.open(file, keyring.identities())) {
            long length = age.clearLength();
            if (!bytes.within(length)) {
                throw new Fault(
                        "%s: the range %s is beyond its end; it holds %d plain bytes"
                                .formatted(file, range, length));
            }
            copy(age, bytes.from(length), bytes.to(length));
        } catch (IOException e) {
            throw Fault.at(file, e);
        }
        return 0;
    }

    private ByteRange parseRange() {
        try {
            return ByteRange.parse(range);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--range: " + e.getMessage());
        }
    }

    private void copy(AgeFile age, long from, long to) throws IOException, Fault {
        byte[] buffer = new byte[(int) Math.min(BUFFER, to - from)];
        for (long at = from; at < to; ) {
            int count = age.read(at, buffer, 0, (int) Math.min(buffer.length, to - at));
            if (!write(buffer, count)) {
                return;
            }
            at += count;
        }
    }

    /** Answers false when the reader has gone, which is its good right. */
    private boolean write(byte[] buffer, int count) throws Fault {
        try {
            out.write(buffer, 0, count);
            return true;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("pipe")) {
                return false;
            }
            throw new Fault("standard output: " + Fault.sentence(e));
        }
    }
}
