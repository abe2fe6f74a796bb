package io.seedhouse.publisher.page;

import io.seedhouse.publisher.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Security headers of pages. A header that a resource has set itself stays.
 *
 * <p>Scripts and styles come from files of ours only. A form may lead to another site, because
 * buying redirects to the payment page.
 */
@Provider
public class PageHeaders implements ContainerResponseFilter {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self' https:; frame-ancestors 'none'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (response.getEntity() instanceof Page || response.getEntity() instanceof Problem) {
            complete(headers);
        } else {
            headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
        }
    }

    static void complete(MultivaluedMap<String, Object> headers) {
        headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
        headers.putIfAbsent("Content-Security-Policy", List.of(POLICY));
        headers.putIfAbsent("Referrer-Policy", List.of("same-origin"));
        headers.putIfAbsent("Cache-Control", List.of("no-cache"));
    }
}
