package io.seedhouse.paygate.keyvault;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.paygate.api.Keep;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.RegisteredKey.State;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored identities of all paid files. */
final class Vault {
    private final Database database;
    private final KeyFile keys;
    private final Clock clock;

    private Vault(Database database, KeyFile keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Opens the vault and tries its keys on one identity each, so that a wrong key is found at the
     * start and not by the first buyer.
     *
     * @throws IllegalStateException in one sentence, when a key is missing, wrong or not private
     */
    static Vault open(Database database, PrivateFile keyFile, Clock clock) {
        boolean isEmpty = database.inTransaction(db -> any(all(db)).isEmpty());
        var keys = KeyFile.open(keyFile, isEmpty);
        var vault = new Vault(database, keys, clock);
        vault.register(isEmpty);
        database.inTransaction(KeyRegister::all).forEach(vault::examine);
        new Rewrap(database, keys).unnamed();
        return vault;
    }

    /** The keys of this moment. */
    Sealer sealer() {
        return keys.now();
    }

    /** Changes the keys of this vault. */
    Rotation rotation() {
        return new Rotation(database, keys, clock);
    }

    /** The file's own key seals in a database that has sealed nothing yet. */
    private void register(boolean isEmpty) {
        var sealing = database.inTransaction(db -> KeyRegister.in(State.SEALING, db));
        if (sealing.isPresent() && (!isEmpty || keys.now().mayOpen(sealing.get()))) {
            return;
        }
        try {
            database.inTransaction(db -> {
                KeyRegister.begin(db, keys.now().primary(), clock.instant());
                return db;
            });
        } catch (PersistenceException anotherServerDidSo) {
            database.inTransaction(KeyRegister::sealing);
        }
    }

    private void examine(RegisteredKey key) {
        if (key.state() == State.SEALING && !keys.now().mayOpen(key.id())) {
            throw new IllegalStateException(Sealer.missing(key.id()));
        }
        database.inTransaction(db -> any(under(db, key.id())))
                .ifPresent(sample -> identity(sample, keys.now()));
    }

    /** The recipient of a file; of concurrent first calls one makes it and all answer the same. */
    String recipient(UUID bundleId, UUID fileId) {
        var key = new Key(bundleId, fileId);
        return known(key).orElseGet(() -> make(key));
    }

    /**
     * The secrets of these files, in this order; read in the caller's transaction, and each but
     * once in it, for however many orders.
     */
    List<Keyring.Entry> unseal(EntityManager db, List<Granted> files) {
        var before = keys.now();
        boolean several = files.stream().map(Granted::bundleId).distinct().count() > 1;
        return files.stream()
                .map(file -> {
                    var sealed = sealed(db, file);
                    return new Keyring.Entry(
                            KeyringText.remark(file, several),
                            identity(sealed, before),
                            sealed.recipient());
                })
                .toList();
    }

    private static SealedIdentity sealed(EntityManager db, Granted file) {
        return Optional.ofNullable(db.find(SealedIdentity.class, key(file)))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "file %s was sold but never sealed".formatted(file.file().id())));
    }

    private static Key key(Granted granted) {
        return new Key(granted.bundleId(), granted.file().id());
    }

    /** Tries the identity of a file on what was sealed elsewhere; empty where there is none. */
    Optional<Examiner> examiner(UUID bundleId, UUID fileId) {
        return identity(new Key(bundleId, fileId)).map(Examiner::new);
    }

    /** Seals an old file to the recipient of a new one; empty where the old has no identity. */
    Optional<Resealer> resealer(Key old, Key anew) {
        return identity(old)
                .map(identity -> new Resealer(identity, recipient(anew.bundleId(), anew.fileId())));
    }

    /** Seals the identity of an old file for a new one too, which is the same file. */
    Keep keep(Key old, Key anew) {
        try {
            return keepOnce(old, anew);
        } catch (PersistenceException lostTheRace) {
            return keepOnce(old, anew);
        }
    }

    private Keep keepOnce(Key old, Key anew) {
        var before = keys.now();
        return database.inTransaction(db -> {
            var identity = db.find(SealedIdentity.class, old);
            var known = db.find(SealedIdentity.class, anew);
            if (identity == null) {
                return new Keep.NoIdentity();
            }
            if (known != null) {
                return known.recipient().equals(identity.recipient())
                        ? new Keep.Kept()
                        : new Keep.HasAnother();
            }
            persist(db, anew, identity(identity, before));
            return new Keep.Kept();
        });
    }

    private void persist(EntityManager db, Key key, Identity identity) {
        int keyId = KeyRegister.sealing(db);
        var sealed = keys.now().seal(keyId, key, identity.secret());
        db.persist(new SealedIdentity(key, identity.recipient(), sealed, keyId, clock.instant()));
    }

    private Optional<Identity> identity(Key key) {
        var before = keys.now();
        return database.inTransaction(db -> Optional.ofNullable(db.find(SealedIdentity.class, key)))
                .map(sealed -> identity(sealed, before));
    }

    /**
     * A key may come into the file just before a row was read, and leave it just after.
     *
     * @param before the keys as they were before the row was read
     */
    private Identity identity(SealedIdentity row, Sealer before) {
        var sealer = before.mayOpen(row.keyId()) ? before : keys.now();
        return Identity.parse(sealer.unseal(row.keyId(), row.key(), row.sealed()));
    }

    private Optional<String> known(Key key) {
        return database.inTransaction(db ->
                Optional.ofNullable(db.find(SealedIdentity.class, key))
                        .map(SealedIdentity::recipient));
    }

    private String make(Key key) {
        var identity = Identity.generate();
        try {
            database.inTransaction(db -> {
                persist(db, key, identity);
                return key;
            });
            return identity.recipient();
        } catch (PersistenceException lostTheRace) {
            return known(key).orElseThrow(() -> lostTheRace);
        }
    }

    private static TypedQuery<SealedIdentity> all(EntityManager db) {
        return db.createQuery("select i from SealedIdentity i", SealedIdentity.class);
    }

    private static TypedQuery<SealedIdentity> under(EntityManager db, int keyId) {
        return db.createQuery(
                        "select i from SealedIdentity i where i.keyId = :id", SealedIdentity.class)
                .setParameter("id", keyId);
    }

    private static Optional<SealedIdentity> any(TypedQuery<SealedIdentity> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
