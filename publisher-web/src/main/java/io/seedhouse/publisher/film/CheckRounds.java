package io.seedhouse.publisher.film;

import io.seedhouse.publisher.upload.Arrival;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has a file looked at soon after its last byte came, and every minute what a killed server left
 * over. One file at a time is looked at.
 */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CheckRounds {
    private static final Logger LOG = System.getLogger(CheckRounds.class.getName());

    @Resource ManagedScheduledExecutorService executor;
    @Inject Checks checks;
    @Inject FilmRows rows;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    @PostConstruct
    void begin() {
        executor.scheduleWithFixedDelay(this::round, 5, 60, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        checks.close();
    }

    /** All of a file has come. */
    public void arrived(@Observes(during = TransactionPhase.AFTER_SUCCESS) Arrival arrival) {
        executor.submit(() -> {
            rows.forget(arrival.fileId());
            round();
        });
    }

    /** Whoever comes while another is at it leaves word, so that nothing waits for a minute. */
    private void round() {
        wanted.set(true);
        while (wanted.get() && running.compareAndSet(false, true)) {
            wanted.set(false);
            try {
                checks.checkDue();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Uploads could not be looked at", e);
            } finally {
                running.set(false);
            }
        }
    }
}
