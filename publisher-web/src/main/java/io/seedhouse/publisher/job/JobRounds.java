package io.seedhouse.publisher.job;

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
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Looks for jobs soon after one was asked for, and every five seconds for what other nodes and
 * killed servers left over. Each node does as many at a time as it is set to.
 */
@Singleton
@Startup
@DependsOn({"Schema", "paygate.war#IdentityVault", "webseed-tracker.war#TorrentRegistry"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobRounds {
    private static final Logger LOG = System.getLogger(JobRounds.class.getName());
    private static final int FIRST_SECONDS = 5;
    private static final int PAUSE_SECONDS = 5;
    private static final int PATIENCE_SECONDS = 10;

    @Resource ManagedScheduledExecutorService executor;
    @Inject Worker worker;

    @Inject
    @ConfigProperty(name = "seedhouse.film.jobs", defaultValue = "2")
    int most;

    private Semaphore slots = new Semaphore(0);

    @PostConstruct
    void begin() {
        if (most < 1 || most > 64) {
            throw new IllegalArgumentException("SEEDHOUSE_FILM_JOBS must be 1 to 64, not " + most);
        }
        slots = new Semaphore(most);
        executor.scheduleWithFixedDelay(this::soon, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Has what is due done by and by. */
    public void soon() {
        executor.submit(this::round);
    }

    /** As long as there is something and a slot. */
    private void round() {
        while (slots.tryAcquire()) {
            boolean more = false;
            try {
                more = worker.work();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Jobs could not be done", e);
            } finally {
                slots.release();
            }
            if (!more) {
                return;
            }
        }
    }

    /** Work that runs is put back, and nothing of it goes on. */
    @PreDestroy
    void end() {
        worker.close();
        try {
            if (!slots.tryAcquire(most, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A job did not end in time; it is begun again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
