package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.api.Examination;
import io.seedhouse.paygate.api.Keep;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.paygate.api.Reseal;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Hands out recipients. Opens the vault when the server starts and stops the start when its key is
 * not there. A recipient that was handed out is committed, whatever becomes of the caller.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@Local(Recipients.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityVault implements Recipients {
    @Inject VaultKeeper keeper;

    @PostConstruct
    void open() {
        keeper.vault();
    }

    @Override
    public String forFile(UUID bundleId, PaidFile file) {
        return keeper.vault().recipient(bundleId, file.id());
    }

    @Override
    public Examination examine(UUID bundleId, PaidFile file, Path sealed) {
        return keeper.vault()
                .examiner(bundleId, file.id())
                .map(examiner -> examiner.examine(sealed))
                .orElseGet(Examination.NoRecipient::new);
    }

    @Override
    public Keep keep(UUID bundleId, PaidFile file, UUID newBundleId, PaidFile newFile) {
        return keeper.vault()
                .keep(new Key(bundleId, file.id()), new Key(newBundleId, newFile.id()));
    }

    @Override
    public Reseal reseal(
            UUID bundleId,
            PaidFile file,
            Path sealed,
            UUID newBundleId,
            PaidFile newFile,
            Path target,
            LongPredicate goesOn)
            throws IOException {
        var resealer =
                keeper.vault()
                        .resealer(new Key(bundleId, file.id()), new Key(newBundleId, newFile.id()));
        return resealer.isEmpty()
                ? new Reseal.NoIdentity()
                : resealer.get().reseal(sealed, target, goesOn);
    }
}
