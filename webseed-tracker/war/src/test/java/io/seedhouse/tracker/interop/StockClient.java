package io.seedhouse.tracker.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** BitTorrent clients as people have them, told to find peers through the tracker alone. */
enum StockClient {
    TRANSMISSION {
        @Override
        List<String> command(Path settings, Path torrent, Path into) throws IOException {
            Files.writeString(
                    settings.resolve("settings.json"),
                    """
                    {"dht-enabled": false, "lpd-enabled": false, "pex-enabled": false,
                     "utp-enabled": false, "port-forwarding-enabled": false}
                    """);
            return List.of(
                    "transmission-cli",
                    "-M",
                    "-g",
                    settings.toString(),
                    "-p",
                    "51413",
                    "-w",
                    into.toString(),
                    torrent.toString());
        }
    },

    /**
     * Speaks to UDP trackers only with its DHT on, which finds nobody here, and over IPv4 alone.
     */
    ARIA2 {
        @Override
        List<String> command(Path settings, Path torrent, Path into) {
            return List.of(
                    "aria2c",
                    "--no-conf",
                    "--seed-ratio=0.0",
                    "--check-integrity=true",
                    "--enable-dht=true",
                    "--dht-file-path=" + settings.resolve("dht"),
                    "--enable-dht6=false",
                    "--enable-peer-exchange=false",
                    "--bt-enable-lpd=false",
                    "--file-allocation=none",
                    "--summary-interval=0",
                    "-d",
                    into.toString(),
                    torrent.toString());
        }
    },

    LIBTORRENT {
        @Override
        List<String> command(Path settings, Path torrent, Path into) {
            return List.of(
                    Hosts.java().resolve("bin/java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx64m",
                    "-Dlibtorrent4j.jni.path=" + System.getProperty("libtorrent4j.jni.path"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    LibtorrentClient.class.getName(),
                    torrent.toString(),
                    into.toString());
        }

        /** Chains the signal handlers that libtorrent4j installs with those of the Java runtime. */
        @Override
        Map<String, String> environment() {
            return Map.of("LD_PRELOAD", Hosts.java().resolve("lib/libjsig.so").toString());
        }
    };

    /**
     * How to start it.
     *
     * @param settings a folder of its own
     * @param into where the torrent's folder lies, whole or not yet
     */
    abstract List<String> command(Path settings, Path torrent, Path into) throws IOException;

    Map<String, String> environment() {
        return Map.of();
    }

    /** Starts it on a host; what it says goes to {@code parent/HOST.txt}. */
    Process start(Hosts hosts, Hosts.Host host, Path parent, Path torrent, Path into)
            throws IOException {
        Path settings = Files.createDirectories(parent.resolve("settings-" + host));
        Path said = parent.resolve(host + ".txt");
        return hosts.start(
                host,
                ProcessBuilder.Redirect.to(said.toFile()),
                command(settings, torrent, Files.createDirectories(into)),
                environment());
    }
}
