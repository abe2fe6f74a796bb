package io.seedhouse.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this module keeps files below {@code SEEDHOUSE_HOME}; only {@code content} is served. */
@ApplicationScoped
public class Home {
    @Inject
    @ConfigProperty(name = "seedhouse.home")
    String root;

    /** The folder of all clear uploads. */
    public Path staging() {
        return Path.of(root, "staging").toAbsolutePath().normalize();
    }

    /** Clear uploads of a bundle, one file per upload, named by its id. */
    public Path staging(UUID bundleId) {
        return below("staging", bundleId.toString());
    }

    /** What sealing has finished so far; moved to {@link #content} as a whole. */
    public Path work(UUID bundleId) {
        return below("work", bundleId.toString());
    }

    /** The folder of a bundle's torrent content, served by the web seed. */
    public Path content(UUID bundleId) {
        return below("content", bundleId.toString());
    }

    /** The sealed bundle's {@code .torrent} file. */
    public Path torrent(UUID bundleId) {
        return below("torrents", bundleId + ".torrent");
    }

    /** Mail that is shown on a page, where no mail server is set. */
    public Path mail() {
        return Path.of(root, "mail").toAbsolutePath().normalize();
    }

    /** A key of this module's, beside the vault's. */
    public Path key(String name) {
        return below("keys", name);
    }

    private Path below(String folder, String name) {
        return Path.of(root, folder, name).toAbsolutePath().normalize();
    }
}
