package io.seedhouse.publisher.upload;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Compares what is due soon after somebody said so, and every minute what a killed server, a
 * sender's early word or a failing disk left over. One file at a time is read.
 */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DigestRounds {
    private static final Logger LOG = System.getLogger(DigestRounds.class.getName());

    @Resource ManagedScheduledExecutorService executor;
    @Inject Digests digests;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    @PostConstruct
    void begin() {
        executor.scheduleWithFixedDelay(this::round, 10, 60, TimeUnit.SECONDS);
    }

    /** Has what is due compared by and by. */
    public void soon() {
        wanted.set(true);
        executor.submit(this::round);
    }

    /** Whoever comes while another is at it leaves word, so that nothing waits for a minute. */
    private void round() {
        wanted.set(true);
        while (wanted.get() && running.compareAndSet(false, true)) {
            wanted.set(false);
            try {
                digests.compareDue();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Uploads could not be compared with what was sent", e);
            } finally {
                running.set(false);
            }
        }
    }
}
