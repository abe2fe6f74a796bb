package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.door.Loopback;
import io.seedhouse.publisher.outgoing.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where webhooks may lead, from the environment. */
@ApplicationScoped
public class WebhookSettings {
    @Inject
    @ConfigProperty(name = "seedhouse.webhook.private")
    Optional<String> setting;

    @Inject Site site;

    /** This machine only for a platform that nobody else can reach. */
    public Reach reach() {
        boolean wanted = setting.filter("on"::equals).isPresent();
        boolean alone = Loopback.is(URI.create(site.url("/")).getHost());
        return wanted && alone ? Reach.LOOPBACK_TOO : Reach.PUBLIC;
    }
}
