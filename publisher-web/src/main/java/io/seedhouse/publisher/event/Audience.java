package io.seedhouse.publisher.event;

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

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** All who listen, told once a second. */
@Singleton
@Startup
@DependsOn({"Schema", "paygate.war#IdentityVault", "webseed-tracker.war#TorrentRegistry"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Audience {
    static final int MOST_OF_PUBLISHER = 8;
    static final int MOST = 1000;

    private static final Logger LOG = System.getLogger(Audience.class.getName());

    @Resource ManagedScheduledExecutorService executor;
    @Inject Stories stories;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();
    private boolean failing;

    @PostConstruct
    void begin() {
        executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    /** False when as many listen as may. */
    public boolean join(Listener listener) {
        if (isFull(listener.publisherId())) {
            return false;
        }
        listeners.add(listener);
        executor.submit(this::round);
        return true;
    }

    boolean isFull(UUID publisherId) {
        return listeners.size() >= MOST
                || listeners.stream().filter(l -> l.publisherId().equals(publisherId)).count()
                        >= MOST_OF_PUBLISHER;
    }

    /** Nothing may end the rounds; what fails for long is logged once. */
    private void round() {
        if (!telling.compareAndSet(false, true)) {
            return;
        }
        try {
            for (Listener listener : listeners) {
                tell(listener, Instant.now());
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.log(
                        Level.WARNING,
                        "Listeners could not be told; the next round tries again",
                        e);
            }
        } finally {
            telling.set(false);
        }
    }

    private void tell(Listener listener, Instant now) {
        if (listener.isOver(now)) {
            leave(listener);
            return;
        }
        listener.reader()
                .get(() -> stories.of(listener.publisherId(), listener.bundleId()))
                .ifPresentOrElse(all -> tell(listener, all, now), () -> leave(listener));
    }

    private static void tell(Listener listener, List<Story> all, Instant now) {
        listener.reader()
                .get(() -> {
                    listener.tell(all, now);
                    return all;
                });
    }

    private void leave(Listener listener) {
        listeners.remove(listener);
        listener.close();
    }

    @PreDestroy
    void end() {
        listeners.forEach(this::leave);
    }
}
