package io.seedhouse.publisher.mail;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.door.Loopback;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * The mail of a platform that has no mail server, for whoever tries it out on this machine. To all
 * others there is no such page.
 */
@Path("mail")
public class MailPage {
    @Inject MailSettings settings;
    @Inject Site site;
    @Context HttpServletRequest request;

    @GET
    public Response show() {
        if (!settings.isShown() || !Loopback.isDirect(request)) {
            throw new Refused(404, say("publisher.nothing-here"));
        }
        MailView view = MailView.of(settings.shown().letters(), site.url("/"));
        return Response.ok(new Page("mail/mail.jte", view))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
