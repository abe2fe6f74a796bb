package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.swarm.Clock;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.Swarm;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets silent peers expire and writes completed counts down while the server runs. */
@Singleton
@Startup
@DependsOn({"TrackerStartup", "CompletedCounts"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Upkeep {
    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

    /** What a crash may cost: the counts of so many seconds. */
    private static final int SECONDS_BETWEEN_COUNTS = 5;

    private static final String COUNTS_FAILED = "Completed counts were not written yet";

    private static final int SECONDS_BETWEEN_EXPIRIES = 60;

    @Resource ManagedScheduledExecutorService scheduler;

    @Inject AdmittedTorrents admitted;

    @EJB CompletedCounts counts;

    private final List<ScheduledFuture<?>> tasks = new ArrayList<>();
    private final Map<Infohash, Long> written = new HashMap<>();

    @PostConstruct
    void start() {
        every(SECONDS_BETWEEN_EXPIRIES, this::expire, "Silent peers were not forgotten yet");
        every(SECONDS_BETWEEN_COUNTS, this::keepCounts, COUNTS_FAILED);
        every(SECONDS_BETWEEN_COUNTS, this::tellLoad, "The load of the machine is not known");
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(false));
        guarded(this::keepCounts, COUNTS_FAILED);
    }

    private void every(int seconds, Runnable task, String failure) {
        tasks.add(
                scheduler.scheduleWithFixedDelay(
                        () -> guarded(task, failure), seconds, seconds, TimeUnit.SECONDS));
    }

    /** Half the processors busy is idle enough; all of them busy, whoever it is, is the limit. */
    private void tellLoad() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        double busy = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
        admitted.load((busy - 0.5) / 0.5);
    }

    /** An exception would end the schedule; the next round tries again instead. */
    private static void guarded(Runnable task, String failure) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, failure, e);
        }
    }

    private void expire() {
        long seconds = Clock.seconds();
        admitted.forEachSwarm((v1, swarm) -> expire(swarm, seconds));
    }

    private static void expire(Swarm swarm, long seconds) {
        for (Family family : Family.values()) {
            int below = Integer.MAX_VALUE;
            while (below > 0) {
                below = swarm.expire(family, below, seconds);
            }
        }
    }

    private synchronized void keepCounts() {
        Map<Infohash, Long> changed = changedCounts();
        if (!changed.isEmpty()) {
            counts.write(changed);
            written.putAll(changed);
        }
    }

    private Map<Infohash, Long> changedCounts() {
        Map<Infohash, Long> now = new HashMap<>();
        admitted.forEachSwarm((v1, swarm) -> now.put(v1, swarm.completed()));
        written.keySet().retainAll(now.keySet());
        now.entrySet().removeIf(count -> count.getValue().equals(written.get(count.getKey())));
        return now;
    }
}
