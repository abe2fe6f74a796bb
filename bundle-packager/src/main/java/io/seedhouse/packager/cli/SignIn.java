package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.publishing.Publishing;
import io.seedhouse.packager.cli.terminal.Fault;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who publishes. The password is never an argument: arguments show in every list of processes. */
final class SignIn {
    @Option(names = "--email", paramLabel = "E", description = "The publisher's sign-in")
    @Nullable String email;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "A file whose first line is the password; - for standard input")
    @Nullable String passwordFile;

    /** Takes the file named, else the environment, else asks at the terminal. */
    void to(Publishing publishing) throws Fault, IOException, InterruptedException {
        String token = System.getenv("SEEDHOUSE_TOKEN");
        if (token != null && passwordFile == null) {
            publishing.signIn(token.strip());
        } else if (email == null) {
            throw new Fault("nobody is signed in; give --email, or a token in SEEDHOUSE_TOKEN");
        } else {
            publishing.signIn(email, password());
        }
    }

    private String password() throws Fault, IOException {
        if (passwordFile != null) {
            return firstLine(passwordFile);
        }
        String given = System.getenv("SEEDHOUSE_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        char[] typed =
                console != null && console.isTerminal()
                        ? console.readPassword("Password of %s: ", email)
                        : null;
        if (typed == null) {
            throw new Fault(
                    "there is no password; give --password-file FILE or set SEEDHOUSE_PASSWORD");
        }
        return new String(typed);
    }

    private static String firstLine(String file) throws Fault, IOException {
        try (BufferedReader reader =
                file.equals("-")
                        ? new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        : Files.newBufferedReader(Path.of(file))) {
            String line = reader.readLine();
            if (line == null || line.isEmpty()) {
                throw new Fault("the first line of %s holds no password".formatted(file));
            }
            return line;
        }
    }
}
