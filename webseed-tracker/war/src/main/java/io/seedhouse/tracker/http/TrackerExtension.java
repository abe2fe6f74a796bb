package io.seedhouse.tracker.http;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts our handlers in front of this WAR's servlets; named in META-INF/services. */
public final class TrackerExtension implements ServletExtension {
    static final String DOORWAY = Doorway.class.getName();

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        Doorway doorway = new Doorway();
        context.setAttribute(DOORWAY, doorway);
        deployment.addInitialHandlerChainWrapper(doorway::before);
    }
}
