package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.RegisteredKey.State;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the vault's key while the shop is open. After every step, and wherever a server dies
 * between two, each identity opens with the key file as it lies there:
 *
 * <ol>
 *   <li>a new key is added to the file, and the database learns of it;
 *   <li>it becomes the key that seals, on every server at once, because the database says so;
 *   <li>what the old key sealed is sealed anew;
 *   <li>only on request the old key is forgotten: first by the database, which refuses while one
 *       identity needs it, then by the file.
 * </ol>
 *
 * <p>Done again, each goes on where it stopped.
 */
public final class Rotation {
    private static final Outcome BUSY =
            new Outcome.Refused(
                    "Another rotation is at work: wait a moment, then ask for the keys' status.");

    private final Database database;
    private final KeyFile keys;
    private final Rewrap rewrap;
    private final Clock clock;

    Rotation(Database database, KeyFile keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.rewrap = new Rewrap(database, keys);
        this.clock = clock;
    }

    /** What came of a wish of the operator's. */
    public sealed interface Outcome {
        /** One sentence that says what was done and what is next. */
        String sentence();

        record Done(String sentence) implements Outcome {}

        /** Nothing was changed. */
        record Refused(String sentence) implements Outcome {}
    }

    /**
     * One key.
     *
     * @param state in words
     * @param identities sealed under it
     * @param inFile whether this server has it
     */
    public record KeyStatus(String id, String state, long identities, boolean inFile) {}

    /** The key file, as this server has it. */
    public Path file() {
        return keys.path().toAbsolutePath();
    }

    /** Adds a key that seals nothing yet, so that the key file can be copied to other servers. */
    public Outcome prepare() {
        var next = key(State.NEXT);
        if (next.isPresent()) {
            return new Outcome.Done(prepared(next.get()));
        }
        var retired = key(State.RETIRED);
        if (retired.isPresent()) {
            return new Outcome.Refused(
                    "The last rotation is not finished, the key %s is still there: finish it first."
                            .formatted(RegisteredKey.name(retired.get())));
        }
        try (var _ = keys.lock()) {
            int added = keys.add();
            return register(added) ? new Outcome.Done(prepared(added)) : BUSY;
        } catch (PrivateFile.Busy | PersistenceException another) {
            return BUSY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a new key the one that seals, and seals everything anew under it. */
    public Outcome rotate() {
        if (key(State.RETIRED).isEmpty() && prepare() instanceof Outcome.Refused refused) {
            return refused;
        }
        var next = key(State.NEXT);
        if (next.isPresent() && !keys.now().mayOpen(next.get())) {
            return new Outcome.Refused(
                    "The key %s was added on another server: copy its key file to %s first."
                            .formatted(RegisteredKey.name(next.get()), keys.path()));
        }
        next.ifPresent(this::promote);
        int count = rewrap();
        return new Outcome.Done(
                "Sealed %d identities anew under the key %s; finish the rotation to drop the old key."
                        .formatted(count, RegisteredKey.name(sealing())));
    }

    /** Forgets the old key, unless an identity still needs it. */
    public Outcome finish() {
        int sealing = sealing();
        if (key(State.NEXT).isPresent()) {
            return new Outcome.Refused("The new key seals nothing yet: rotate the keys first.");
        }
        if (!keys.now().mayOpen(sealing)) {
            return new Outcome.Refused(Sealer.missing(sealing));
        }
        var retired = key(State.RETIRED);
        if (retired.isPresent() && !strikeOff(retired.get())) {
            return new Outcome.Refused(
                    "%d identities still need the old key: rotate the keys again."
                            .formatted(identities(retired.get())));
        }
        return tidyFile(sealing)
                ? new Outcome.Done(
                        "%s holds the key %s alone; copy it to your other servers and to where its backup lies."
                                .formatted(keys.path(), RegisteredKey.name(sealing)))
                : BUSY;
    }

    /** All keys that the database uses or that the file holds. */
    public List<KeyStatus> status() {
        return database.inTransaction(db -> {
            var status = new ArrayList<KeyStatus>();
            var left = new ArrayList<>(keys.now().ids());
            for (var key : KeyRegister.all(db)) {
                status.add(
                        new KeyStatus(
                                RegisteredKey.name(key.id()),
                                words(key.state()),
                                KeyRegister.identities(db, key.id()),
                                left.remove((Integer) key.id())));
            }
            left.forEach(
                    id -> status.add(new KeyStatus(RegisteredKey.name(id), "left over", 0, true)));
            return List.copyOf(status);
        });
    }

    boolean register(int added) {
        return database.inTransaction(db -> KeyRegister.add(db, added, clock.instant()));
    }

    void promote(int next) {
        database.inTransaction(db -> {
            KeyRegister.promote(db, next, clock.instant());
            return next;
        });
    }

    int rewrap() {
        int count = rewrap.unnamed();
        return key(State.RETIRED).map(rewrap::from).orElse(0) + count;
    }

    /** False while an identity still needs it. */
    boolean strikeOff(int retired) {
        rewrap.unnamed();
        try {
            return database.inTransaction(db -> {
                boolean isFree = KeyRegister.identities(db, retired) == 0;
                if (isFree) {
                    KeyRegister.strikeOff(db, retired);
                }
                return isFree;
            });
        } catch (PersistenceException sealedMeanwhile) {
            if (identities(retired) == 0) {
                throw sealedMeanwhile;
            }
            return false;
        }
    }

    /** False when another changes the file now. */
    boolean tidyFile(int sealing) {
        try (var _ = keys.lock()) {
            keys.keepOnly(sealing);
            return true;
        } catch (PrivateFile.Busy another) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String prepared(int next) {
        return "The key %s is in %s and seals nothing yet: copy the file to your other servers, then rotate the keys."
                .formatted(RegisteredKey.name(next), keys.path());
    }

    private Optional<Integer> key(State state) {
        return database.inTransaction(db -> KeyRegister.in(state, db));
    }

    private int sealing() {
        return database.inTransaction(KeyRegister::sealing);
    }

    private long identities(int keyId) {
        return database.inTransaction(db -> KeyRegister.identities(db, keyId));
    }

    private static String words(State state) {
        return switch (state) {
            case NEXT -> "added, seals nothing yet";
            case SEALING -> "seals";
            case RETIRED -> "old, opens only";
        };
    }
}
