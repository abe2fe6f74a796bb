package io.seedhouse.tracker.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.torrent.Admitting;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TrackerExtensionTest {
    @Test
    void isFoundByTheServer() {
        assertTrue(
                ServiceLoader.load(ServletExtension.class).stream()
                        .anyMatch(found -> found.type().equals(TrackerExtension.class)));
    }

    @Test
    void standsBeforeTheServletsAndLetsNobodyInBeforeTheBeansAreThere() throws Exception {
        DeploymentManager war = Servlets.newContainer().addDeployment(war());
        war.deploy();
        Undertow server =
                Undertow.builder()
                        .addHttpListener(0, "127.0.0.1")
                        .setHandler(Handlers.path().addPrefixPath("/tracker", war.start()))
                        .build();
        server.start();
        try {
            InetSocketAddress address =
                    (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
            RawClient client = new RawClient(address.getPort());
            assertEquals(503, client.get("/tracker/announce").status());
            Object doorway =
                    war.getDeployment().getServletContext().getAttribute(TrackerExtension.DOORWAY);
            ((Doorway) doorway)
                    .open(EmbeddedTracker.routes(Admitting.only(), Path.of("unused"), ""));
            assertTrue(client.get("/tracker/announce").text().startsWith("d14:failure reason"));
            assertEquals(404, client.get("/tracker/seed/nothing").status());
        } finally {
            server.stop();
            war.stop();
        }
    }

    private static DeploymentInfo war() {
        return Servlets.deployment()
                .setClassLoader(TrackerExtensionTest.class.getClassLoader())
                .setContextPath("/tracker")
                .setDeploymentName("webseed-tracker.war")
                .addServletExtension(new TrackerExtension());
    }
}
