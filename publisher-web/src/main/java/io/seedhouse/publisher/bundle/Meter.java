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
    private final Map<UUID, Run> running = new ConcurrentHashMap<>();

    private static final class Run {
        final AtomicLong done = new AtomicLong();
        volatile Phase phase = Phase.CHECKING;
    }

    /** A run begins to work through bytes, with what earlier runs finished. */
    public void begin(UUID bundleId, long doneBytes) {
        Run run = run(bundleId);
        run.done.set(doneBytes);
        run.phase = Phase.ENCRYPTING;
    }

    public void add(UUID bundleId, long bytes) {
        run(bundleId).done.addAndGet(bytes);
    }

    /** What comes next. */
    public void reached(UUID bundleId, Phase phase) {
        run(bundleId).phase = phase;
    }

    public void end(UUID bundleId) {
        running.remove(bundleId);
    }

    private Run run(UUID bundleId) {
        return running.computeIfAbsent(bundleId, id -> new Run());
    }

    long done(UUID bundleId) {
        Run run = running.get(bundleId);
        return run == null ? 0 : run.done.get();
    }

    Phase phase(UUID bundleId) {
        Run run = running.get(bundleId);
        return run == null ? Phase.CHECKING : run.phase;
    }
}
