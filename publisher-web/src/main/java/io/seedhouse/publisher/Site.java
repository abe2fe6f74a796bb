package io.seedhouse.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Public addresses of the platform, below {@code SEEDHOUSE_BASE_URL}. */
@ApplicationScoped
public class Site {
    @Inject
    @ConfigProperty(name = "seedhouse.base-url")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "seedhouse.udp-port")
    int udpPort;

    /**
     * The addresses of our tracker, in tiers (BEP 12). HTTP and UDP are one, for they lead to the
     * same peers: a client takes the one it prefers, and the other when that fails. The WebSocket
     * for peers in browsers is a tier of its own, behind it: a client that knows no such address
     * never gets to it, and one that speaks both announces to both.
     */
    public List<List<String>> trackerTiers() {
        return List.of(
                List.of(
                        url("/tracker/announce"),
                        "udp://" + URI.create(baseUrl).getHost() + ":" + udpPort + "/announce"),
                List.of(url("/tracker/ws").replaceFirst("^http", "ws")));
    }

    /**
     * @param path begins with a slash
     */
    public String url(String path) {
        return (baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl)
                + path;
    }

    /** Whether the platform is reached by HTTPS, and its cookies are to be kept to that. */
    public boolean isSecure() {
        return baseUrl.startsWith("https:");
    }

    /**
     * The address for whoever asks: below the base URL when they use it, and otherwise below the
     * host they used.
     */
    public String url(UriInfo asked, String path) {
        String host = asked.getBaseUri().getAuthority();
        return host.equals(URI.create(baseUrl).getAuthority())
                ? url(path)
                : asked.getBaseUri().resolve(path).toString();
    }
}
