package io.seedhouse.paygate.sandbox;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lets the sandbox's time pass, and goes on with the events that a restart left over. */
@Singleton
@Startup
@DependsOn("PaymentsStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SandboxTimer {
    @Inject SandboxFront front;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        front.standIn().map(StandIn::sweep).ifPresent(Sweep::run);
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    void clean() {
        front.standIn().map(StandIn::sweep).ifPresent(Sweep::clean);
    }
}
