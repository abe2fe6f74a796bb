package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonObject;
import io.seedhouse.paygate.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where tests move the sandbox's clock and let things go wrong; the API key opens it. */
@RequestScoped
@Path("sandbox")
public class ControlsResource {
    private static final int LONGEST = 4096;

    @Inject SandboxFront front;

    @HeaderParam(HttpHeaders.AUTHORIZATION)
    @Nullable String authorization;

    @GET
    @Path("clock")
    public Response time() {
        return answer("", Controls::time);
    }

    @POST
    @Path("clock")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response advance(InputStream body) throws IOException {
        return answer(body, Controls::advance);
    }

    @POST
    @Path("faults")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response faults(InputStream body) throws IOException {
        return answer(body, Controls::faults);
    }

    @POST
    @Path("disputes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dispute(InputStream body) throws IOException {
        return answer(body, Controls::dispute);
    }

    @POST
    @Path("early_fraud_warnings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response warn(InputStream body) throws IOException {
        return answer(body, Controls::warn);
    }

    @POST
    @Path("events/{id}/resend")
    public Response resend(@PathParam("id") String id) {
        return answer("", (controls, _) -> controls.resend(id));
    }

    /** JSON has no bound before it comes here, so it is counted. */
    private Response answer(InputStream body, BiFunction<Controls, Wish, JsonObject> work)
            throws IOException {
        var bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return new Problem(413, "Too long", "A wish has at most 4 KiB; send a shorter one.")
                    .toResponse()
                    .build();
        }
        return answer(new String(bytes, StandardCharsets.UTF_8), work);
    }

    private Response answer(String body, BiFunction<Controls, Wish, JsonObject> work) {
        var controls = front.standIn().orElseThrow(NotFoundException::new).controls();
        return SandboxApiResource.toResponse(
                controls.answer(authorization, body, wish -> work.apply(controls, wish)));
    }
}
