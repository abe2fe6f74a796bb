package io.seedhouse.publisher.contact;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Ends mail from a publisher: by the button of this page, or by the mail program's own, which posts
 * to the address in the header List-Unsubscribe (RFC 8058). Following the link ends nothing.
 */
@Path("unsubscribe")
public class UnsubscribePage {
    @Inject Contacts contacts;

    @GET
    public Response show(@QueryParam("token") @DefaultValue("") String token) {
        return page(new UnsubscribeView(token, false));
    }

    /**
     * The token comes with the form, or with the address when it is the mail program that posts.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(
            @QueryParam("token") @DefaultValue("") String inAddress,
            @FormParam("token") @DefaultValue("") String inForm) {
        return leave(inForm.isEmpty() ? inAddress : inForm);
    }

    /** Mail programs may post in this form too. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response oneClick(@QueryParam("token") @DefaultValue("") String inAddress) {
        return leave(inAddress);
    }

    private Response leave(String token) {
        if (!contacts.unsubscribe(token)) {
            throw new Refused(404, say("contact.leave.nobody"));
        }
        return page(new UnsubscribeView("", true));
    }

    private static Response page(UnsubscribeView view) {
        return Response.ok(new Page("contact/unsubscribe.jte", view))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
