package io.seedhouse.publisher.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that running sealings have worked through, in memory: one entry for each running
 * one, so there are never many.
 */
@ApplicationScoped
public class Meter {
    private final Map<UUID, AtomicLong> running = new ConcurrentHashMap<>();

    /** A run begins, with what earlier runs finished. */
    public void begin(UUID bundleId, long doneBytes) {
        running.put(bundleId, new AtomicLong(doneBytes));
    }

    public void add(UUID bundleId, long bytes) {
        running.computeIfAbsent(bundleId, id -> new AtomicLong()).addAndGet(bytes);
    }

    public void end(UUID bundleId) {
        running.remove(bundleId);
    }

    long done(UUID bundleId) {
        AtomicLong done = running.get(bundleId);
        return done == null ? 0 : done.get();
    }
}
