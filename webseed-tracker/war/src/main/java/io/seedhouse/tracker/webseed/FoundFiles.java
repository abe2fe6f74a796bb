package io.seedhouse.tracker.webseed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Files that were found a moment ago, by the address asked for. A client takes one range after
 * another of the same few files: what was looked up and opened within the last two seconds is in
 * the system's caches, so that opening it again waits for no disk and needs no worker. Files of a
 * sealed bundle never change; one that does is noticed after this time at the latest.
 */
final class FoundFiles {
    private static final long LIFETIME = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 1024;

    private final Map<String, Found> files = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    private record Found(Known known, long at) {}

    /** A file and what was asked for. */
    record Known(SeedPath path, Seed.StoredFile file) {}

    /**
     * @param nanoTime a clock as {@link System#nanoTime} is one
     */
    FoundFiles(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What was found a moment ago at an address, in the request's own spelling. */
    @Nullable Known at(String rawPath) {
        Found found = files.get(rawPath);
        return found != null && nanoTime.getAsLong() - found.at() < LIFETIME ? found.known() : null;
    }

    void put(String rawPath, SeedPath path, Seed seed) {
        if (seed instanceof Seed.StoredFile file) {
            if (files.size() >= MOST) {
                files.clear();
            }
            files.put(rawPath, new Found(new Known(path, file), nanoTime.getAsLong()));
        }
    }

    void forget(String rawPath) {
        files.remove(rawPath);
    }
}
