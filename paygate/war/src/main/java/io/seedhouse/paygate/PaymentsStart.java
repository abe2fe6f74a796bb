package io.seedhouse.paygate;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the choice when the server starts, so that a bad configuration is seen there and then. */
@Singleton
@Startup
@DependsOn("Migrations")
public class PaymentsStart {
    @Inject PaymentsChoice choice;

    @PostConstruct
    void start() {
        choice.announce();
    }
}
