package io.seedhouse.paygate.reconciliation;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks for unfinished things again and again. Several servers may do so at once: every step locks
 * what it changes and finds it done by the other.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timers {
    private static final System.Logger LOG = System.getLogger(Timers.class.getName());

    @Inject Sweep sweep;
    @Inject Announcements announcements;
    @Inject NewVersions versions;

    private final AtomicBoolean often = new AtomicBoolean();
    private final AtomicBoolean seldom = new AtomicBoolean();
    private final AtomicBoolean opening = new AtomicBoolean();

    /** What people wait for. */
    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    public void often() {
        once(often, sweep::withdrawn, sweep::refunds, announcements::make);
    }

    /** What may take long, when many have bought. */
    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    public void versions() {
        once(opening, versions::open);
    }

    /** What webhook and success page do as a rule. */
    @Schedule(second = "5", minute = "*", hour = "*", persistent = false)
    public void seldom() {
        once(seldom, sweep::orders, sweep::events);
    }

    /** A look that takes longer than the time to the next one is not begun twice. */
    private static void once(AtomicBoolean running, Runnable... parts) {
        if (running.compareAndSet(false, true)) {
            try {
                for (var part : parts) {
                    guarded(part);
                }
            } finally {
                running.set(false);
            }
        }
    }

    private static void guarded(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A look for unfinished things failed.", e);
        }
    }
}
