package io.seedhouse.publisher.swarm;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Looks at all swarms every ten minutes, for the first time one minute after the start. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class SwarmRounds {
    private static final Logger LOG = System.getLogger(SwarmRounds.class.getName());

    @Resource ManagedScheduledExecutorService executor;
    @Inject Sampler sampler;

    private boolean failing;

    @PostConstruct
    void begin() {
        executor.scheduleAtFixedRate(this::look, 1, Span.LOOK.minutes(), TimeUnit.MINUTES);
    }

    /** Nothing may end the rounds; what fails for long is logged once. */
    private void look() {
        try {
            sampler.look(Instant.now());
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                failing = true;
                LOG.log(Level.WARNING, "Swarms could not be noted; the next look tries again.", e);
            }
        }
    }
}
