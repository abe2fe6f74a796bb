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
        List<String> command(Path settings, String torrent, Path into) throws IOException {
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
                    torrent);
        }
    },

    /**
     * Speaks to UDP trackers only with its DHT on, which finds nobody here, and over IPv4 alone.
     */
    ARIA2 {
        @Override
        List<String> command(Path settings, String torrent, Path into) {
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
                    "--bt-save-metadata=true",
                    "--file-allocation=none",
                    "--summary-interval=0",
                    "-d",
                    into.toString(),
                    torrent);
        }
    },

    LIBTORRENT {
        @Override
        List<String> command(Path settings, String torrent, Path into) {
            return List.of(
                    Hosts.java().resolve("bin/java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx64m",
                    "-Dlibtorrent4j.jni.path=" + System.getProperty("libtorrent4j.jni.path"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    LibtorrentClient.class.getName(),
                    torrent,
                    into.toString());
        }

        /** Chains the signal handlers that libtorrent4j installs with those of the Java runtime. */
        @Override
        Map<String, String> environment() {
            return Map.of("LD_PRELOAD", Hosts.java().resolve("lib/libjsig.so").toString());
        }

        @Override
        boolean readsHybrids() {
            return true;
        }
    },

    /** The libtorrent of the distribution inside, newer than ours. */
    QBITTORRENT {
        @Override
        List<String> command(Path settings, String torrent, Path into) throws IOException {
            Path folder = Files.createDirectories(settings.resolve("qBittorrent/config"));
            Files.writeString(
                    folder.resolve("qBittorrent.conf"),
                    """
                    [LegalNotice]
                    Accepted=true
                    [BitTorrent]
                    Session\\DHTEnabled=false
                    Session\\LSDEnabled=false
                    Session\\PeXEnabled=false
                    """);
            return List.of(
                    "qbittorrent-nox",
                    "--profile=" + settings,
                    "--save-path=" + into,
                    "--skip-dialog=true",
                    torrent);
        }

        @Override
        boolean readsHybrids() {
            return true;
        }
    },

    /**
     * With WebRTC, so that it speaks to trackers of browsers too. Over UDP it speaks IPv4 alone.
     */
    WEBTORRENT {
        @Override
        List<String> command(Path settings, String torrent, Path into)
                throws IOException, InterruptedException {
            NpmPackages.install();
            return NpmPackages.command("film.mjs", torrent, into.toString());
        }

        /** As torrents of version 1. */
        @Override
        boolean readsHybrids() {
            return true;
        }

        @Override
        boolean completesWhatItHas() {
            return true;
        }
    };

    /**
     * How to start it.
     *
     * @param settings a folder of its own
     * @param torrent a file's path, or a magnet link
     * @param into where the torrent's folder lies, whole or not yet
     */
    abstract List<String> command(Path settings, String torrent, Path into)
            throws IOException, InterruptedException;

    Map<String, String> environment() {
        return Map.of();
    }

    boolean readsHybrids() {
        return false;
    }

    /** Whether it announces a completed download also of what it had from the start. */
    boolean completesWhatItHas() {
        return false;
    }

    /** Starts it on a host; what it says goes to {@code parent/HOST.txt}. */
    Process start(Hosts hosts, Hosts.Host host, Path parent, String torrent, Path into)
            throws IOException, InterruptedException {
        Path settings = Files.createDirectories(parent.resolve("settings-" + host));
        Path said = parent.resolve(host + ".txt");
        return hosts.start(
                host,
                ProcessBuilder.Redirect.to(said.toFile()),
                command(settings, torrent, Files.createDirectories(into)),
                environment());
    }
}
