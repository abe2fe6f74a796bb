package io.seedhouse.publisher.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;

/** Leads visitors of the studio who are not signed in to the sign-in page, and back afterwards. */
@Provider
@ForPublishers
public class SignInFirst implements ContainerRequestFilter {
    @Inject CurrentPublisher current;

    @Override
    public void filter(ContainerRequestContext request) {
        if (current.id().isEmpty()) {
            String wanted = wanted(request);
            request.abortWith(
                    Response.status(303)
                            .header("Location", "/sign-in?next=" + URLEncoder.encode(wanted, UTF_8))
                            .build());
        }
    }

    /** A form that was sent too late cannot be sent again; its page's first one is near enough. */
    private static String wanted(ContainerRequestContext request) {
        if (!request.getMethod().equals("GET")) {
            return "/studio";
        }
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
        return query == null ? path : path + "?" + query;
    }
}
