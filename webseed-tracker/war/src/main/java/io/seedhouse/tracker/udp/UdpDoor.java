package io.seedhouse.tracker.udp;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens the tracker's UDP port with the platform and closes it with it. */
@Singleton
@Startup
@DependsOn("TrackerStartup")
public class UdpDoor {
    @Inject
    @ConfigProperty(name = "seedhouse.bind")
    String bind;

    @Inject
    @ConfigProperty(name = "seedhouse.udp-port")
    int port;

    /** Seconds beyond the protocol's two minutes, for clients that keep a connection id longer. */
    @Inject
    @ConfigProperty(name = "seedhouse.udp-id-tolerance", defaultValue = "0")
    int tolerance;

    @Inject
    @ConfigProperty(name = "seedhouse.tracker-exempt")
    Optional<String> exempt;

    @Inject AdmittedTorrents admitted;

    @Inject Tally tally;

    private @Nullable UdpServer server;

    @PostConstruct
    void open() {
        try {
            server =
                    UdpServer.start(
                            new InetSocketAddress(InetAddress.getByName(bind), port),
                            admitted,
                            Networks.parse(exempt.orElse(""), "seedhouse.tracker-exempt"),
                            tally,
                            tolerance);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "UDP port %d on %s cannot be opened".formatted(port, bind), e);
        }
    }

    @PreDestroy
    void close() {
        if (server != null) {
            server.close();
        }
    }
}
