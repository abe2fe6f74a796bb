package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the doorway once the WAR's beans are there. */
@WebListener
public class TrackerOpening implements ServletContextListener {
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

    @Inject Tally tally;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Path content = Path.of(home, "content");
        Routes routes =
                new Routes(
                        admitted.itself(),
                        content,
                        trustedProxies.orElse(""),
                        Networks.parse(exempt.orElse(""), EXEMPT),
                        tally);
        Object doorway = event.getServletContext().getAttribute(TrackerExtension.DOORWAY);
        ((Doorway) doorway).open(routes);
    }
}
