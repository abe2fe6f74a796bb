package io.seedhouse.paygate.keyvault;

import static java.util.stream.Collectors.toMap;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored identities of all paid files. */
final class Vault {
    private final Database database;
    private final Sealer sealer;
    private final Clock clock;

    private Vault(Database database, Sealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Opens the vault and tries its key on one identity, so that a wrong key is found at the start
     * and not by the first buyer.
     *
     * @throws IllegalStateException in one sentence, when the key is missing, wrong or not private
     */
    static Vault open(Database database, PrivateFile keyFile, Clock clock) {
        var sample = database.inTransaction(Vault::anyIdentity);
        var sealer = VaultKey.open(keyFile, sample.isEmpty());
        sample.ifPresent(identity -> sealer.unseal(identity.key(), identity.sealed()));
        return new Vault(database, sealer, clock);
    }

    /** The recipient of a file; of concurrent first calls one makes it and all answer the same. */
    String recipient(UUID bundleId, UUID fileId) {
        var key = new Key(bundleId, fileId);
        return known(key).orElseGet(() -> make(key));
    }

    /** The secrets of these files, in this order; read in the caller's transaction. */
    List<Keyring.Entry> unseal(EntityManager db, UUID bundleId, List<PaidFile> files) {
        var sealed = identities(db, bundleId, files);
        return files.stream()
                .map(file -> entry(file, new Key(bundleId, file.id()), sealed.get(file.id())))
                .toList();
    }

    /** Tries the identity of a file on what was sealed elsewhere; empty where there is none. */
    Optional<Examiner> examiner(UUID bundleId, UUID fileId) {
        var key = new Key(bundleId, fileId);
        return database.inTransaction(db ->
                Optional.ofNullable(db.find(SealedIdentity.class, key))
                        .map(identity -> identity(key, identity))
                        .map(Examiner::new));
    }

    private static Map<UUID, SealedIdentity> identities(
            EntityManager db, UUID bundleId, List<PaidFile> files) {
        return db.createQuery(
                        "select i from SealedIdentity i"
                                + " where i.bundleId = :bundle and i.fileId in (:files)",
                        SealedIdentity.class)
                .setParameter("bundle", bundleId)
                .setParameter("files", files.stream().map(PaidFile::id).toList())
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .collect(toMap(identity -> identity.key().fileId(), identity -> identity));
    }

    private Keyring.Entry entry(PaidFile file, Key key, @Nullable SealedIdentity identity) {
        if (identity == null) {
            throw new IllegalStateException(
                    "file %s was sold but never sealed".formatted(key.fileId()));
        }
        return new Keyring.Entry(KeyringText.oneLine(file.name()), identity(key, identity));
    }

    private Identity identity(Key key, SealedIdentity identity) {
        return Identity.parse(sealer.unseal(key, identity.sealed()));
    }

    private Optional<String> known(Key key) {
        return database.inTransaction(db ->
                Optional.ofNullable(db.find(SealedIdentity.class, key))
                        .map(SealedIdentity::recipient));
    }

    private String make(Key key) {
        var identity = Identity.generate();
        var sealed = sealer.seal(key, identity.secret());
        try {
            database.inTransaction(db -> {
                db.persist(new SealedIdentity(key, identity.recipient(), sealed, clock.instant()));
                return key;
            });
            return identity.recipient();
        } catch (PersistenceException lostTheRace) {
            return known(key).orElseThrow(() -> lostTheRace);
        }
    }

    private static Optional<SealedIdentity> anyIdentity(EntityManager db) {
        return db.createQuery("select i from SealedIdentity i", SealedIdentity.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
