package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.sandbox.call.Answer;
import io.seedhouse.paygate.sandbox.call.Call;
import io.seedhouse.paygate.sandbox.call.Params;
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
import org.jspecify.annotations.Nullable;

/** Stripe's API as stripe-java calls it. */
@RequestScoped
@Path("sandbox/stripe/v1/{path: .+}")
public class SandboxApiResource {
    @Inject SandboxFront front;

    @HeaderParam(HttpHeaders.AUTHORIZATION)
    @Nullable String authorization;

    @HeaderParam("Idempotency-Key")
    @Nullable String idempotencyKey;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("path") String path, MultivaluedMap<String, String> form) {
        return answer("POST", path, Params.of(form));
    }

    @GET
    public Response read(@PathParam("path") String path, @Context UriInfo address) {
        return answer("GET", path, Params.of(address.getQueryParameters()));
    }

    private Response answer(String method, String path, Params params) {
        var api = front.standIn().orElseThrow(NotFoundException::new).api();
        return toResponse(
                api.answer(new Call(method, path, params, authorization, idempotencyKey)));
    }

    /** A lost answer says it is longer than it is, and so the connection breaks in the middle. */
    static Response toResponse(Answer answer) {
        var response =
                Response.status(answer.status())
                        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"));
        answer.headers().forEach(response::header);
        return answer.lost()
                ? response.entity(LostAnswer.BODY)
                        .header(HttpHeaders.CONTENT_LENGTH, LostAnswer.PROMISED)
                        .build()
                : response.entity(answer.json()).build();
    }
}
