package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --keyring}, of every command that opens encrypted files. */
final class KeyringOption {
    @Option(
            names = "--keyring",
            required = true,
            paramLabel = "FILE",
            description = "Text file of age identities")
    Path file;

    List<Identity> identities() throws Fault {
        try {
            return Keyring.read(file).identities();
        } catch (IOException e) {
            throw Fault.at(file, e);
        }
    }
}
