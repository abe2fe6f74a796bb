package io.seedhouse.paygate.sandbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stripe's API as stripe-java calls it. */
@RequestScoped
@Path("sandbox/stripe/v1/checkout/sessions")
public class SandboxApiResource {
    @Inject SandboxFront front;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            MultivaluedMap<String, String> form) {
        var single =
                form.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        return toResponse(api().create(authorization, idempotencyKey, single));
    }

    @GET
    @Path("{id}")
    public Response retrieve(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("id") String id,
            @Context UriInfo address) {
        var expand =
                address.getQueryParameters().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("expand["))
                        .flatMap(entry -> entry.getValue().stream())
                        .collect(toSet());
        return toResponse(api().retrieve(authorization, id, expand));
    }

    private SandboxApi api() {
        return front.api().orElseThrow(NotFoundException::new);
    }

    private static Response toResponse(ApiAnswer answer) {
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .entity(answer.json())
                .build();
    }
}
