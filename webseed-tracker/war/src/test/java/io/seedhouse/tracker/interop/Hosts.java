package io.seedhouse.tracker.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Hosts on a network of their own, IPv4 and IPv6, made of Linux's network namespaces: some clients
 * refuse peers at loopback addresses. Nobody outside sees it, and it is gone with the last process
 * in it. Without root it takes a namespace of users around it.
 */
final class Hosts implements AutoCloseable {
    /** A host and the last part of its addresses, 10.77.0.x and fd77::x. */
    enum Host {
        TRACKER,
        SEEDER,
        FETCHER,
        /** Whose addresses are spared the tracker's limits. */
        CROWD
    }

    /** The tracker's name, which every host knows, and knows no IPv4 address of. */
    static final String NAME = "seedhouse.test";

    private static final String LONGEST = "240";
    private static final int END_SECONDS = 20;

    private static final String SWITCH =
            """
            set -e
            ip link set lo up
            ip link add switch type bridge forward_delay 0
            ip address add 10.77.0.254/24 dev switch
            ip address add fd77::254/64 dev switch nodad
            ip link set switch up
            """;

    private static final String WAIT = "echo ready; exec cat";

    /** Gives a program a list of host names of its own, in a mount namespace that ends with it. */
    private static final String NAMED =
            """
            names=$(mktemp)
            echo fd77::254 %s > "$names"
            mount --bind "$names" /etc/hosts
            rm "$names"
            exec "$@"
            """
                    .formatted(NAME);

    private final boolean root;
    private final Map<Host, Process> holders;
    private final List<Process> started = new ArrayList<>();

    Hosts() throws IOException {
        root = "root".equals(System.getProperty("user.name"));
        Process tracker = hold(List.of("unshare", root ? "-n" : "-Urn", "sh", "-c", SWITCH + WAIT));
        holders =
                Map.of(
                        Host.TRACKER,
                        tracker,
                        Host.SEEDER,
                        host(tracker),
                        Host.FETCHER,
                        host(tracker),
                        Host.CROWD,
                        host(tracker));
        connect(Host.SEEDER, 1);
        connect(Host.FETCHER, 2);
        connect(Host.CROWD, 3);
    }

    private Process host(Process tracker) throws IOException {
        return hold(within(tracker, List.of("unshare", "-n", "sh", "-c", WAIT)));
    }

    private void connect(Host host, int number) throws IOException {
        Process holder = holder(host);
        run(
                within(
                        holder(Host.TRACKER),
                        List.of(
                                "sh",
                                "-c",
                                """
                                set -e
                                ip link add port%1$d type veth peer name eth0 netns %2$d
                                ip link set port%1$d master switch up
                                """
                                        .formatted(number, holder.pid()))));
        run(
                within(
                        holder,
                        List.of(
                                "sh",
                                "-c",
                                """
                                set -e
                                ip link set lo up
                                ip address add 10.77.0.%1$d/24 dev eth0
                                ip address add fd77::%1$d/64 dev eth0 nodad
                                ip link set eth0 up
                                ip route add default via 10.77.0.254
                                ip -6 route add default via fd77::254
                                """
                                        .formatted(number))));
    }

    /**
     * A program on a host, which ends with this network, or after four minutes by itself.
     *
     * @param output where its output goes; its error output goes there too
     */
    Process start(
            Host host,
            ProcessBuilder.Redirect output,
            List<String> command,
            Map<String, String> environment)
            throws IOException {
        List<String> limited = new ArrayList<>(List.of("timeout", "-k", "5", LONGEST));
        limited.addAll(within(holder(host), List.of("unshare", "-m", "sh", "-ec", NAMED, "named")));
        limited.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(limited).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output).start();
        started.add(process);
        return process;
    }

    /** Asks a program to end, and sees to it that it has. */
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** {@code kill -9}. */
    static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        started.forEach(Process::destroy);
        for (Process process : started) {
            end(process);
        }
        for (Process holder : holders.values()) {
            end(holder);
        }
    }

    private Process holder(Host host) {
        Process holder = holders.get(host);
        if (holder == null) {
            throw new IllegalStateException("no host " + host);
        }
        return holder;
    }

    private List<String> within(Process holder, List<String> command) {
        List<String> all =
                new ArrayList<>(List.of("nsenter", "-t", String.valueOf(holder.pid()), "-n"));
        if (!root) {
            all.addAll(List.of("-U", "--preserve-credentials"));
        }
        all.addAll(command);
        return all;
    }

    private static Process hold(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = process.inputReader().readLine();
        if (!"ready".equals(line)) {
            process.destroyForcibly();
            throw new IOException("no network namespace: " + command);
        }
        return process;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("failed: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The Java that this runs on. */
    static Path java() {
        return Path.of(System.getProperty("java.home"));
    }
}
