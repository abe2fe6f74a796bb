package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.home.PrivateFile;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Holds the one open vault of this server. */
@ApplicationScoped
class VaultKeeper {
    @Inject Database database;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    Path home;

    @Inject
    @ConfigProperty(name = "seedhouse.key-file")
    Optional<Path> keyFile;

    private @Nullable Vault vault;

    @PostConstruct
    void open() {
        vault = Vault.open(database, new PrivateFile(path()), clock);
    }

    /** Where the key file lies. */
    Path path() {
        return keyFile.orElseGet(() -> home.resolve("keys").resolve("vault.json"));
    }

    Vault vault() {
        if (vault == null) {
            throw new IllegalStateException("the vault is not open");
        }
        return vault;
    }

    @Produces
    Rotation rotation() {
        return vault().rotation();
    }
}
