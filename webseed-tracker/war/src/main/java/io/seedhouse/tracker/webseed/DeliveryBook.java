package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.api.Deliveries;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows other modules what the web seed has given. */
@Stateless
@Local(Deliveries.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DeliveryBook implements Deliveries {
    @Inject AdmittedTorrents admitted;

    @Inject Ledger ledger;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    Path home;

    @Override
    public Optional<Delivered> of(UUID bundleId) {
        return admitted.torrent(bundleId)
                .map(torrent -> ledger.delivered(bundleId, sizeOf(bundleId, torrent.name())));
    }

    private long sizeOf(UUID bundleId, String name) {
        Path content = home.resolve("content").resolve(bundleId.toString()).resolve(name);
        try {
            return Content.sizeOf(content);
        } catch (IOException e) {
            throw new UncheckedIOException("the size of " + content + " could not be read", e);
        }
    }
}
