package io.seedhouse.publisher.visit;

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
import java.util.concurrent.TimeUnit;

/** Writes the counts of this node every minute, and once more when it stops. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class VisitRounds {
    @Resource ManagedScheduledExecutorService executor;
    @Inject Writing writing;

    @PostConstruct
    void begin() {
        executor.scheduleWithFixedDelay(writing::write, 60, 60, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        writing.write();
    }
}
