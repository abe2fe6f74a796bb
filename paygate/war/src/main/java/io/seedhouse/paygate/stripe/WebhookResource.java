package io.seedhouse.paygate.stripe;

import io.seedhouse.paygate.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where Stripe posts its events. */
@RequestScoped
@Path("stripe/webhook")
public class WebhookResource {
    /** Stripe's events are some kilobytes; the bound keeps strangers from filling the memory. */
    static final int LONGEST_EVENT = 512 * 1024;

    @Inject WebhookDesk desk;

    @POST
    public Response receive(
            @HeaderParam("Stripe-Signature") @Nullable String signature, InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LONGEST_EVENT + 1);
        if (bytes.length > LONGEST_EVENT) {
            return answer(413, "Too long", "An event has at most 512 KiB; send it by itself.");
        }
        var payload = new String(bytes, StandardCharsets.UTF_8);
        return switch (desk.receive(payload, signature)) {
            case DONE -> Response.ok().build();
            case FORGED ->
                    answer(
                            400,
                            "Bad signature",
                            "The Stripe-Signature header does not fit this body and moment; sign it with this endpoint's secret within 300 seconds.");
            case GARBLED ->
                    answer(400, "No event", "The body is signed but is no Stripe event; send one.");
            case LATER ->
                    answer(
                            503,
                            "Try again",
                            "The event cannot be handled now; send it again later.");
        };
    }

    private static Response answer(int status, String title, String detail) {
        return new Problem(status, title, detail).toResponse().build();
    }
}
