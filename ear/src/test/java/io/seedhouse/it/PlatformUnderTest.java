package io.seedhouse.it;

import io.seedhouse.launcher.Installation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the one platform that all tests of a run share, before Arquillian starts its server: an
 * empty home, free ports and a database, H2 or PostgreSQL as {@code seedhouse.it.database} says.
 */
public final class PlatformUnderTest implements LauncherSessionListener {

    /** Another platform than the shared one, for the code that a test runs within its scope. */
    static final ScopedValue<String> OTHER = ScopedValue.newInstance();

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("seedhouse.it.database") == null) {
            return; // unit tests need no platform
        }
        try {
            open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the platform under test answers, with no slash at the end. */
    public static String baseUrl() {
        return OTHER.isBound() ? OTHER.get() : property("seedhouse.it.base-url");
    }

    /** Its {@code SEEDHOUSE_HOME}. */
    public static Path home() {
        return Path.of(property("seedhouse.it.home"));
    }

    /** A scratch folder for the tests of this run. */
    public static Path scratch() {
        return Path.of(
                property("seedhouse.it.target"), "it-scratch", property("seedhouse.it.database"));
    }

    /** This module's build folder. */
    static Path target() {
        return Path.of(property("seedhouse.it.target"));
    }

    /** The folder of the provisioned server. */
    public static Path server() {
        return Path.of(property("seedhouse.it.server"));
    }

    /** The platform's own database, as an operator could read it. */
    public static Connection database() throws SQLException {
        return DriverManager.getConnection(
                property("seedhouse.it.db-url"),
                property("seedhouse.it.db-user"),
                property("seedhouse.it.db-password"));
    }

    /** A TCP port that was free a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        String database = property("seedhouse.it.database");
        Path home = target().resolve("it-home").resolve(database);
        Folders.delete(home);
        Folders.delete(scratch());
        Files.createDirectories(scratch());
        int http = freePort();
        int management = freePort();
        var settings = new HashMap<String, String>();
        settings.put("seedhouse.http-port", String.valueOf(http));
        settings.put("seedhouse.udp-port", String.valueOf(freePort()));
        settings.put("seedhouse.peer-port", "0");
        settings.put("seedhouse.management-port", String.valueOf(management));
        settings.put("seedhouse.demo", "off");
        settings.put("seedhouse.webhook.private", "on"); // the tests listen on this machine
        settings.putAll(database(database, home));
        publish("base-url", "http://localhost:" + http);
        publish("management-port", String.valueOf(management));
        publish("home", home.toString());
        publish("vm-arguments", vmArguments(home, settings));
    }

    private Map<String, String> database(String kind, Path home) throws IOException {
        String url = "jdbc:h2:file:" + home.resolve("db/seedhouse") + H2;
        String user = "seedhouse";
        if (kind.equals("postgresql")) {
            postgres = EmbeddedPostgres.builder().start();
            url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            user = "postgres";
        }
        publish("db-url", url);
        publish("db-user", user);
        publish("db-password", user);
        return Map.of(
                "seedhouse.db.url", url, "seedhouse.db.user", user, "seedhouse.db.password", user);
    }

    /**
     * The default's options; AUTO_SERVER lets the tests look into the file that the server holds.
     */
    private static final String H2 =
            ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;AUTO_SERVER=TRUE";

    private static String vmArguments(Path home, Map<String, String> settings) throws IOException {
        var environment =
                Map.of(
                        "SEEDHOUSE_HOME",
                        home.toString(),
                        "SEEDHOUSE_DB_URL",
                        Objects.requireNonNull(settings.get("seedhouse.db.url")));
        var installation = Installation.ofEnvironment(server(), environment);
        installation.prepare();
        return String.join(" ", installation.jvmArguments(environment))
                + settings.entrySet().stream()
                        .map(e -> " -D" + e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining());
    }

    private static void publish(String name, String value) {
        System.setProperty("seedhouse.it." + name, value);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
