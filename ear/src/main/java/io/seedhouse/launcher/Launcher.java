package io.seedhouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs the platform in the foreground: starts the server, says where to go once it is ready, and
 * stops it on Ctrl-C, on SIGTERM, and when the process that called this one ends. The last is what
 * SIGTERM to a build tool looks like from here, so no server is ever left behind.
 */
public final class Launcher {

    private static final Duration STOPPING = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Installation installation;
    private final Ports ports;
    private final Deployment deployment;

    private Launcher(Installation installation, Ports ports) {
        this.installation = installation;
        this.ports = ports;
        this.deployment = Deployment.in(installation.server());
    }

    /**
     * @param arguments the folder of the provisioned server
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            Refusal.end("the launcher takes one argument, the folder of the server.");
        }
        Refusal.forget();
        try {
            var ports = Ports.ofEnvironment();
            ports.problem().ifPresent(Refusal::end);
            var installation = Installation.ofEnvironment(Path.of(arguments[0]), System.getenv());
            System.exit(new Launcher(installation, ports).run());
        } catch (IllegalArgumentException e) {
            Refusal.end(String.valueOf(e.getMessage()));
        }
    }

    private int run() throws IOException, InterruptedException {
        installation.prepare();
        deployment.forgetLastRun();
        var builder = new ProcessBuilder(installation.command(System.getenv()));
        speakUtf8(builder);
        Process server = builder.directory(installation.home().toFile()).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-server"));
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> stop(server)));
        return announce(server) ? server.waitFor() : Refusal.STATUS;
    }

    /** Names of films go beyond ASCII; a JVM in the POSIX locale cannot open such files. */
    private static void speakUtf8(ProcessBuilder builder) {
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
    }

    /** Waits for the platform; false, with a sentence, when it could not start. */
    private boolean announce(Process server) throws InterruptedException {
        while (!server.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            switch (deployment.state()) {
                case STARTING -> {}
                case READY -> {
                    System.out.print(welcome());
                    System.out.flush();
                    return true;
                }
                case FAILED -> {
                    stop(server);
                    Refusal.tell("the platform could not start: " + reason());
                    return false;
                }
            }
        }
        return true;
    }

    private String reason() {
        return "the reason is in "
                + installation.home().resolve("logs/server.log")
                + ", in the lines marked ERROR.";
    }

    /** Asks the server to stop, as SIGTERM does, and ends it hard only when it does not listen. */
    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String welcome() {
        String storefront =
                System.getenv()
                        .getOrDefault("SEEDHOUSE_BASE_URL", "http://localhost:" + ports.http());
        var text = new StringBuilder();
        text.append("\n  Seedhouse is running.\n\n");
        text.append("  Storefront   ").append(storefront).append("/\n");
        text.append("  Studio       ").append(storefront).append("/studio\n");
        if (System.getenv().getOrDefault("SEEDHOUSE_SMTP_HOST", "").isEmpty()) {
            text.append("  Mail         ").append(storefront).append("/mail\n");
        }
        text.append(demoSignIn());
        text.append("  Home         ").append(installation.home()).append('\n');
        text.append("  Stop         Ctrl-C\n\n");
        return text.toString();
    }

    /** The platform keeps the demo publisher's password in a file that only its owner can read. */
    private String demoSignIn() {
        try {
            String password = Files.readString(installation.home().resolve("keys/demo-password"));
            return "  Demo sign-in demo@seedhouse.localhost, password %s%n"
                    .formatted(password.strip());
        } catch (IOException e) {
            return ""; // there is no demo here
        }
    }
}
