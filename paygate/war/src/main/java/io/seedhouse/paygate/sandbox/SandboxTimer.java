package io.seedhouse.paygate.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets the sandbox's time pass, and goes on with the events that a restart left over. */
@Singleton
@Startup
@DependsOn("PaymentsStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SandboxTimer {
    private static final System.Logger LOG = System.getLogger(SandboxTimer.class.getName());
    private static final long SWEEP_SECONDS = 2;
    private static final long CLEAN_SECONDS = 3600;

    @Inject SandboxFront front;
    @Resource ManagedScheduledExecutorService executor;

    private final List<ScheduledFuture<?>> chores = new ArrayList<>();

    @PostConstruct
    void start() {
        front.standIn()
                .map(StandIn::sweep)
                .ifPresent(sweep -> {
                    repeat(sweep::run, SWEEP_SECONDS);
                    repeat(sweep::clean, CLEAN_SECONDS);
                });
    }

    private void repeat(Runnable chore, long seconds) {
        chores.add(
                executor.scheduleWithFixedDelay(
                        () -> attempt(chore), seconds, seconds, TimeUnit.SECONDS));
    }

    /** A chore that throws would never run again. */
    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The sandbox could not do what was due.", e);
        }
    }

    @PreDestroy
    void stop() {
        chores.forEach(chore -> chore.cancel(true));
    }
}
