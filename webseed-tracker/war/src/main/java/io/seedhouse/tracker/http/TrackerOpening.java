package io.seedhouse.tracker.http;

import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.courtesy.PlayerTokens;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.TrackerMetrics;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.webseed.Ledger;
import io.seedhouse.tracker.webseed.Origin;
import io.seedhouse.tracker.webseed.WebSeed;
import io.seedhouse.tracker.websocket.Bounds;
import io.seedhouse.tracker.websocket.WebSocketDoor;
import io.seedhouse.tracker.wire.Networks;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens the doorway once the WAR's beans are there. */
@WebListener
public class TrackerOpening implements ServletContextListener {
    private static final String OPERATORS = "seedhouse.operator-networks";
    private static final String EXEMPT = "seedhouse.tracker-exempt";

    @Inject AdmittedTorrents admitted;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    String home;

    @Inject
    @ConfigProperty(name = "seedhouse.trusted-proxies")
    Optional<String> trustedProxies;

    @Inject
    @ConfigProperty(name = EXEMPT)
    Optional<String> exempt;

    @Inject
    @ConfigProperty(name = "seedhouse.tracker-full-scrape", defaultValue = "off")
    String fullScrape;

    @Inject
    @ConfigProperty(name = OPERATORS, defaultValue = "127.0.0.0/8,::1")
    String operators;

    @Inject
    @ConfigProperty(name = "seedhouse.tracker-ws-connections")
    OptionalInt connections;

    @Inject
    @ConfigProperty(name = "seedhouse.tracker-ws-connections-per-address")
    OptionalInt connectionsPerAddress;

    @Inject Tally tally;

    @Inject TrackerMetrics metrics;

    @Inject Ledger ledger;

    @Inject Courtesy courtesy;

    @Inject PlayerTokens tokens;

    @Inject Origin.Limits limits;

    private @Nullable WebSocketDoor door;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Path content = Path.of(home, "content");
        TrustedProxies proxies = TrustedProxies.parse(trustedProxies.orElse(""));
        Networks spared = Networks.parse(exempt.orElse(""), EXEMPT);
        WebSeed seed =
                new WebSeed(
                        new Origin(
                                admitted,
                                content,
                                ledger,
                                courtesy,
                                tokens,
                                proxies::clientOf,
                                spared,
                                limits));
        Settings settings =
                new Settings(
                        proxies,
                        spared,
                        Networks.parse(operators, OPERATORS),
                        fullScrape.equals("on"));
        metrics.register();
        WebSocketDoor browsers = new WebSocketDoor(admitted, settings.exempt(), tally, bounds());
        door = browsers;
        Routes routes = new Routes(admitted, seed, settings, tally, browsers);
        Object doorway = event.getServletContext().getAttribute(TrackerExtension.DOORWAY);
        ((Doorway) doorway).open(routes);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        metrics.unregister();
        if (door != null) {
            door.close();
        }
    }

    private Bounds bounds() {
        return new Bounds(
                connections.orElse(Bounds.USUAL.connections()),
                connectionsPerAddress.orElse(Bounds.USUAL.connectionsPerAddress()),
                Bounds.USUAL.backlog(),
                Bounds.USUAL.remembered());
    }
}
