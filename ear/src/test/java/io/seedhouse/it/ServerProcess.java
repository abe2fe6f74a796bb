package io.seedhouse.it;

import io.seedhouse.launcher.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A platform of a test's own, which it may kill. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final String baseUrl;

    private ServerProcess(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts on this home and waits until it answers. */
    static ServerProcess start(Path home, int httpPort) throws IOException {
        return start(home, httpPort, Map.of());
    }

    /** The same with more settings. */
    static ServerProcess start(Path home, int httpPort, Map<String, String> settings)
            throws IOException {
        return start(PlatformUnderTest.server(), home, httpPort, settings);
    }

    /** The same of another server. */
    static ServerProcess start(Path folder, Path home, int httpPort, Map<String, String> settings)
            throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("SEEDHOUSE_HOME", home.toString());
        environment.put("SEEDHOUSE_HTTP_PORT", String.valueOf(httpPort));
        environment.put("SEEDHOUSE_UDP_PORT", String.valueOf(PlatformUnderTest.freePort()));
        environment.put("SEEDHOUSE_PEER_PORT", "0");
        environment.put("SEEDHOUSE_MANAGEMENT_PORT", String.valueOf(PlatformUnderTest.freePort()));
        environment.put("SEEDHOUSE_DEMO", "off");
        environment.putAll(settings);
        var installation = Installation.ofEnvironment(folder, environment);
        installation.prepare();
        var builder = new ProcessBuilder(installation.command(environment));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(home.resolve("logs/console.txt").toFile());
        var server = new ServerProcess(builder.start(), "http://localhost:" + httpPort);
        Await.until("the server answers", START, server::answer);
        return server;
    }

    String baseUrl() {
        return baseUrl;
    }

    Process process() {
        return process;
    }

    /** SIGKILL: no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private Optional<Integer> answer() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended with " + process.exitValue());
        }
        var request =
                HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/bundles"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return Optional.of(client.send(request, BodyHandlers.discarding()).statusCode())
                    .filter(status -> status == 200);
        } catch (IOException e) {
            return Optional.empty(); // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
