package io.seedhouse.paygate.operator;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the token when the server starts, so that the operator finds it. */
@Singleton
@Startup
public class OperatorStart {
    @Inject OperatorDesk desk;

    @PostConstruct
    void start() {
        desk.token();
    }
}
