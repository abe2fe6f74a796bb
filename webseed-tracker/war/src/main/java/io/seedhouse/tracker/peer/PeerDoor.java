package io.seedhouse.tracker.peer;

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
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens the metadata peer's port with the platform and tells the swarms where it is. */
@Singleton
@Startup
@DependsOn("TrackerStartup")
public class PeerDoor {
    private static final System.Logger LOG = System.getLogger(PeerDoor.class.getName());
    private static final String ADDRESS = "seedhouse.peer-address";
    private static final String EXEMPT = "seedhouse.tracker-exempt";

    /** Beside the UDP tracker's 6969; clients on the same machine like 6881 for themselves. */
    @Inject
    @ConfigProperty(name = "seedhouse.peer-port", defaultValue = "6970")
    String port;

    @Inject
    @ConfigProperty(name = ADDRESS)
    Optional<String> addresses;

    @Inject
    @ConfigProperty(name = "seedhouse.bind")
    String bind;

    @Inject
    @ConfigProperty(name = "seedhouse.base-url")
    String base;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    String home;

    @Inject
    @ConfigProperty(name = EXEMPT)
    Optional<String> exempt;

    @Inject AdmittedTorrents admitted;

    @Inject Tally tally;

    private @Nullable MetadataPeer peer;

    @PostConstruct
    void open() {
        if (port.equals("off")) {
            return;
        }
        try {
            InetAddress bound = InetAddress.getByName(bind);
            PublicAddresses known = known(bound);
            peer =
                    MetadataPeer.start(
                            new InetSocketAddress(bound, number()),
                            admitted,
                            Path.of(home, "torrents"),
                            Networks.parse(exempt.orElse(""), EXEMPT),
                            tally);
            known.forEach(peer.port(), admitted::tellOf);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Peer port %s on %s cannot be opened".formatted(port, bind), e);
        }
    }

    private int number() {
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "seedhouse.peer-port must be a port number or off, not: " + port, e);
        }
    }

    private PublicAddresses known(InetAddress bound) {
        PublicAddresses known =
                addresses
                        .map(list -> PublicAddresses.named(list, ADDRESS))
                        .orElseGet(() -> PublicAddresses.of(URI.create(base), bound));
        if (known.byFamily().isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Magnet links resolve only while somebody else shares: {0} does not lead to"
                            + " {1}, where the metadata peer listens; SEEDHOUSE_PEER_ADDRESS names"
                            + " its public address",
                    base,
                    bind);
        }
        return known;
    }

    @PreDestroy
    void close() {
        if (peer != null) {
            peer.close();
        }
    }
}
