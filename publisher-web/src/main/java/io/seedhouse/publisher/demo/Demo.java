package io.seedhouse.publisher.demo;

import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.door.Loopback;
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
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the demo at start-up: its account before the deployment ends, its bundle afterwards. */
@Singleton
@Startup
@DependsOn({"Schema", "paygate.war#IdentityVault", "webseed-tracker.war#TorrentRegistry"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Demo {
    private static final Logger LOG = System.getLogger(Demo.class.getName());

    /** A look every second for ten minutes: the film takes one on a slow machine. */
    private static final int LOOKS = 600;

    /** Looks in a row that may fail, while the neighbouring modules still start. */
    private static final int FAILURES = 30;

    @Resource ManagedScheduledExecutorService executor;
    @Inject DemoAccount account;
    @Inject DemoBundle bundle;
    @Inject Site site;

    @Inject
    @ConfigProperty(name = "seedhouse.demo", defaultValue = "on")
    String wanted;

    @PostConstruct
    void begin() {
        if (!wanted.equalsIgnoreCase("off") && Loopback.is(URI.create(site.url("/")).getHost())) {
            account.open().ifPresent(publisher -> look(publisher, LOOKS, FAILURES));
        }
    }

    /** Does the next step and comes back in a second until there is none left. */
    private void look(UUID publisherId, int looks, int failures) {
        executor.schedule(() -> step(publisherId, looks, failures), 1, TimeUnit.SECONDS);
    }

    private void step(UUID publisherId, int looks, int failures) {
        try {
            if (bundle.advance(publisherId) && looks > 0) {
                look(publisherId, looks - 1, FAILURES);
            }
        } catch (DemoFailed e) {
            LOG.log(Level.WARNING, "There will be no demo film: " + e.getMessage());
        } catch (RuntimeException e) {
            if (failures > 0) {
                look(publisherId, looks, failures - 1);
            } else {
                LOG.log(Level.WARNING, "There will be no demo film: a step of it failed", e);
            }
        }
    }
}
