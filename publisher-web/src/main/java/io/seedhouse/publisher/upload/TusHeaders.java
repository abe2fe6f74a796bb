package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * The protocol's version on every request and answer of an upload, OPTIONS excepted (tus 1.0.0,
 * Tus-Resumable).
 */
@Provider
@PreMatching
public class TusHeaders implements ContainerRequestFilter, ContainerResponseFilter {
    static final String VERSION = "1.0.0";

    @Override
    public void filter(ContainerRequestContext request) {
        boolean free = request.getMethod().equals("OPTIONS");
        if (concerns(request) && !free && !speaks(request)) {
            request.abortWith(
                    Problem.of(412, say("upload.tus")).with("Tus-Version", VERSION).response());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (concerns(request)) {
            response.getHeaders().putSingle("Tus-Resumable", VERSION);
        }
    }

    private static boolean speaks(ContainerRequestContext request) {
        return VERSION.equals(request.getHeaderString("Tus-Resumable"));
    }

    private static boolean concerns(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/v1/uploads");
    }
}
