package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Recovery;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a new password. The answer is the same for everybody. */
@Path("forgot")
public class ForgotPage {
    @Inject Recovery recovery;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    @GET
    public Page show() {
        return page("", null);
    }

    @POST
    public Response ask(@FormParam("email") @DefaultValue("") String email) {
        try {
            Optional<Duration> wait =
                    recovery.askForReset(email, clients.of(request), Instant.now());
            return wait.isPresent()
                    ? TooMany.page(say("account.too-many.links"), wait.get())
                    : MailPages.told("reset-sent", "/sign-in", 200);
        } catch (Invalid e) {
            return page(email, e.sentence()).as(422);
        }
    }

    private static Page page(String email, @Nullable String refusal) {
        return new Page("profile/forgot.jte", new ForgotView(email, refusal));
    }
}
