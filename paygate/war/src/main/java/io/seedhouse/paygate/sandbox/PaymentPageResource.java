package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.sandbox.page.PaymentDesk;
import io.seedhouse.paygate.sandbox.page.PaymentDesk.Reply;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The payment page's address. A refused card answers 402 with the form and the reason. */
@RequestScoped
@Path("sandbox/pay/{id}")
public class PaymentPageResource {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Inject SandboxFront front;

    @GET
    public Response show(@PathParam("id") String id) {
        return toResponse(desk().show(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(
            @PathParam("id") String id,
            @FormParam("card") @DefaultValue("") String card,
            @FormParam("exp") @DefaultValue("") String expiry,
            @FormParam("cvc") @DefaultValue("") String cvc,
            @FormParam("authentication") @DefaultValue("") String authentication) {
        return toResponse(
                authentication.isEmpty()
                        ? desk().pay(id, card, expiry, cvc)
                        : desk().authenticate(id, authentication.equals("complete")));
    }

    private PaymentDesk desk() {
        return front.standIn().orElseThrow(NotFoundException::new).desk();
    }

    private static Response toResponse(Reply reply) {
        return switch (reply) {
            case Reply.Paid paid -> Response.seeOther(URI.create(paid.successUrl())).build();
            case Reply.Page page ->
                    Response.status(page.status())
                            .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                            .entity(page.html())
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header("Content-Security-Policy", POLICY)
                            .header("Referrer-Policy", "no-referrer")
                            .header("X-Content-Type-Options", "nosniff")
                            .build();
        };
    }
}
