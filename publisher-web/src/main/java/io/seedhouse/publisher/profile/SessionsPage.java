package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.session.Sessions;
import io.seedhouse.publisher.account.ForPublishers;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Where an account is open, and signing out there from here. */
@Path("studio/account/sessions")
@ForPublishers
public class SessionsPage {
    @Inject CurrentPublisher current;
    @Inject Sessions sessions;

    @GET
    public Page show() {
        return new Page(
                "profile/sessions.jte",
                SessionsView.of(
                        sessions.ofPublisher(current.require(), Instant.now()), current.session()));
    }

    @POST
    @Path("{id}/end")
    public Response end(@PathParam("id") UUID id) {
        if (!sessions.close(current.require(), id)) {
            throw new Refused(404, say("account.session.unknown"));
        }
        return done();
    }

    @POST
    @Path("end-others")
    public Response endOthers() {
        sessions.closeAll(current.require(), current.session());
        return done();
    }

    private static Response done() {
        return Response.status(303).header("Location", "/studio/account/sessions").build();
    }
}
