package io.seedhouse.paygate.database;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction of its own, committed when the call returns. */
public interface Database {

    /**
     * Commits what {@code work} did, whatever transaction the caller may have, or rolls it back
     * when it throws. Everything is flushed before the commit, so a violated constraint arrives as
     * a {@link jakarta.persistence.PersistenceException} here and not as a failed commit.
     */
    <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work);
}
