package io.seedhouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One platform on this machine: the provisioned server, the home that survives it, and the command
 * that starts the one on the other.
 *
 * @param server folder of the provisioned server; replaceable
 * @param home {@code SEEDHOUSE_HOME}: database, content, keys and logs
 */
public record Installation(Path server, Path home) {

    /** What WildFly's own start script opens of the JDK for its modules. */
    private static final List<String> OPENED =
            List.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.net",
                    "java.base/java.security",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.management/javax.management",
                    "java.naming/javax.naming");

    /** The server in this folder, on the home that the environment names. */
    public static Installation ofEnvironment(Path server, Map<String, String> environment) {
        Path home =
                Optional.ofNullable(environment.get("SEEDHOUSE_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".seedhouse"));
        return new Installation(server.toAbsolutePath(), home.toAbsolutePath().normalize());
    }

    /** Makes the folders the server needs before it can say anything itself. */
    public void prepare() throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.createDirectories(home.resolve("server"));
    }

    /** The whole command line of the server process. */
    public List<String> command(Map<String, String> environment) {
        var start =
                Stream.of(
                        "-jar",
                        server.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        server.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "--read-only-server-config=standalone.xml");
        return Stream.of(
                        Stream.of(javaExecutable()),
                        jvmArguments(environment).stream(),
                        OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED"),
                        Stream.of("-Djboss.home.dir=" + server),
                        start)
                .flatMap(part -> part)
                .toList();
    }

    /** What the server's own JVM needs beside WildFly's usual options. */
    public List<String> jvmArguments(Map<String, String> environment) {
        var jvm =
                Stream.of(
                        "-Xms128m",
                        environment.getOrDefault("SEEDHOUSE_HEAP", "-Xmx1g"),
                        "-XX:+ExitOnOutOfMemoryError",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
                        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");
        var properties =
                properties(environment).entrySet().stream()
                        .map(e -> "-D" + e.getKey() + "=" + e.getValue())
                        .sorted();
        return Stream.concat(jvm, properties).toList();
    }

    private Map<String, String> properties(Map<String, String> environment) {
        return Map.of(
                "java.awt.headless", "true",
                "jboss.server.log.dir", home.resolve("logs").toString(),
                "jboss.server.data.dir", home.resolve("server/data").toString(),
                "jboss.server.temp.dir", home.resolve("server/tmp").toString(),
                "jboss.modules.system.pkgs", "org.jboss.byteman",
                "seedhouse.home", home.toString(),
                "seedhouse.db.driver", driver(environment.get("SEEDHOUSE_DB_URL")));
    }

    private static String driver(@Nullable String url) {
        return url != null && url.startsWith("jdbc:postgresql:") ? "postgresql" : "h2";
    }

    private static String javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
