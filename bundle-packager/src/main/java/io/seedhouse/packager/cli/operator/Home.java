package io.seedhouse.packager.cli.operator;

import io.seedhouse.packager.cli.terminal.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which server, as the options of all these commands tell, or the variables it was started with.
 */
final class Home {
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "[::]");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The server's home (SEEDHOUSE_HOME, else ~/.seedhouse)")
    @Nullable Path folder;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Its address on this machine (http://127.0.0.1 and its port)")
    @Nullable String server;

    Door door() throws Fault {
        URI address = address();
        if (address.getHost() == null || !isThisMachine(address.getHost())) {
            throw new Fault(
                    "--server: %s is not on this machine; call this on the machine the server runs on"
                            .formatted(address));
        }
        return new Door(address, token());
    }

    private String token() throws Fault {
        Path file = folder().resolve("keys/operator.token");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Fault(
                    "%s cannot be read; start the server, give its home with --home, and call this as the account it runs under"
                            .formatted(file));
        }
    }

    private Path folder() {
        return Optional.ofNullable(folder)
                .or(() -> variable("SEEDHOUSE_HOME").map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".seedhouse"));
    }

    private URI address() throws Fault {
        String host =
                variable("SEEDHOUSE_BIND")
                        .filter(bound -> !EVERYWHERE.contains(bound))
                        .map(bound ->
                                bound.contains(":") && !bound.startsWith("[")
                                        ? "[" + bound + "]"
                                        : bound)
                        .orElse("127.0.0.1");
        String port = variable("SEEDHOUSE_HTTP_PORT").orElse("8080");
        String text = server == null ? "http://%s:%s".formatted(host, port) : server;
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Fault("--server: '%s' is no address".formatted(text));
        }
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    /** The token goes nowhere else. */
    private static boolean isThisMachine(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
