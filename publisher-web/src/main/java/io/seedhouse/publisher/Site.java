package io.seedhouse.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Public addresses of the platform, below {@code SEEDHOUSE_BASE_URL}. */
@ApplicationScoped
public class Site {
    @Inject
    @ConfigProperty(name = "seedhouse.base-url")
    String baseUrl;

    /**
     * @param path begins with a slash
     */
    public String url(String path) {
        return (baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl)
                + path;
    }
}
