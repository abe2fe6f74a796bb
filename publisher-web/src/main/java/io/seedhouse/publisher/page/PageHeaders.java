package io.seedhouse.publisher.page;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.language.Reader;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/**
 * Security headers of pages. A header that a resource has set itself stays.
 *
 * <p>Scripts and styles come from files of ours only. Forms lead to this site, but for those that
 * buy: they redirect to the payment page, which may lie at a publisher's own address at Stripe.
 */
@Provider
public class PageHeaders implements ContainerResponseFilter {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'; form-action 'self'";
    private static final String BUYING = POLICY + " https:";

    /** Pages with a form that buys. */
    private static final Set<String> SHOPS =
            Set.of("storefront/bundle.jte", "storefront/confirm.jte", "storefront/order.jte");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        switch (response.getEntity()) {
            case Page page -> complete(headers, policy(page));
            case Problem p -> complete(headers);
            case null, default -> unsniffed(headers);
        }
    }

    static String policy(Page page) {
        return SHOPS.contains(page.template()) ? BUYING : POLICY;
    }

    static void complete(MultivaluedMap<String, Object> headers) {
        complete(headers, POLICY);
    }

    private static void complete(MultivaluedMap<String, Object> headers, String policy) {
        unsniffed(headers);
        headers.putIfAbsent("Content-Security-Policy", List.of(policy));
        headers.putIfAbsent("Referrer-Policy", List.of("same-origin"));
        headers.putIfAbsent("Cache-Control", List.of("no-cache"));
        headers.putIfAbsent("Content-Language", List.of(Reader.current().language().tag()));
        headers.putIfAbsent("Vary", List.of("Accept-Language, Cookie"));
    }

    private static void unsniffed(MultivaluedMap<String, Object> headers) {
        headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
    }
}
