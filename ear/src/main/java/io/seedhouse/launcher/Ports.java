package io.seedhouse.launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * The ports the platform listens on, and whether they are free.
 *
 * @param http pages, REST, tracker and web seeds ({@code SEEDHOUSE_HTTP_PORT})
 * @param udp the tracker over UDP ({@code SEEDHOUSE_UDP_PORT})
 * @param peer the metadata peer ({@code SEEDHOUSE_PEER_PORT}); 0 for any, and where there is none
 * @param management health and metrics, loopback only ({@code SEEDHOUSE_MANAGEMENT_PORT})
 * @param bind address the HTTP, UDP and peer ports are bound to ({@code SEEDHOUSE_BIND})
 */
record Ports(int http, int udp, int peer, int management, String bind) {

    static Ports ofEnvironment() {
        return new Ports(
                port("SEEDHOUSE_HTTP_PORT", 8080),
                port("SEEDHOUSE_UDP_PORT", 6969),
                peerPort("SEEDHOUSE_PEER_PORT", 6970),
                port("SEEDHOUSE_MANAGEMENT_PORT", 9990),
                Optional.ofNullable(System.getenv("SEEDHOUSE_BIND")).orElse("127.0.0.1"));
    }

    /** Ends with a sentence and a non-zero status when a port is taken; says nothing otherwise. */
    public static void main(String[] arguments) {
        Refusal.forget();
        try {
            ofEnvironment().problem().ifPresent(Refusal::end);
        } catch (IllegalArgumentException e) {
            Refusal.end(String.valueOf(e.getMessage()));
        }
    }

    /** One sentence naming the first port that cannot be bound; empty when all are free. */
    Optional<String> problem() {
        return taken("HTTP", http, bind, "SEEDHOUSE_HTTP_PORT")
                .or(() -> takenUdp(udp, bind))
                .or(() -> taken("Peer", peer, bind, "SEEDHOUSE_PEER_PORT"))
                .or(() ->
                        taken("Management", management, "127.0.0.1", "SEEDHOUSE_MANAGEMENT_PORT"));
    }

    private static Optional<String> taken(String what, int port, String address, String variable) {
        try (var socket = new ServerSocket()) {
            // The server sets this too: connections of its last run may still be closing.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(inUse(what, port, address, variable));
        }
    }

    private static Optional<String> takenUdp(int port, String address) {
        try (var socket = new DatagramSocket(new InetSocketAddress(address, port))) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(inUse("UDP", port, address, "SEEDHOUSE_UDP_PORT"));
        }
    }

    private static String inUse(String what, int port, String address, String variable) {
        return "%s port %d on %s is already in use: stop the program that holds it, or choose another with %s."
                .formatted(what, port, address, variable);
    }

    private static int peerPort(String variable, int standard) {
        String text = System.getenv(variable);
        boolean none = text != null && List.of("off", "0").contains(text.strip());
        return none ? 0 : port(variable, standard);
    }

    private static int port(String variable, int standard) {
        String text = System.getenv(variable);
        if (text == null || text.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new IllegalArgumentException(
                variable + " must be a port number from 1 to 65535, not \"" + text + "\".");
    }
}
