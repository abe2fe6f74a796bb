package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.Changes;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.account.Recovery;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.account.ForPublishers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Name, address and password of an account. */
@Path("studio/account")
@ForPublishers
public class ProfilePage {
    /** What a redirect may say was done. */
    private static final Set<String> DONE = Set.of("name", "password", "address", "mail");

    @Inject CurrentPublisher current;
    @Inject Accounts accounts;
    @Inject Changes changes;
    @Inject Recovery recovery;
    @Inject PasswordCheck check;

    @GET
    public Page show(@QueryParam("done") @DefaultValue("") String done) {
        return page(view(DONE.contains(done) ? say("account.done." + done) : null));
    }

    @POST
    @Path("name")
    public Response rename(@FormParam("name") @DefaultValue("") String name) {
        try {
            accounts.rename(current.require(), name);
            return done("name");
        } catch (Invalid e) {
            return refused("name", e.sentence(), name, 422);
        }
    }

    /** Sends the link that proves the address once more. */
    @POST
    @Path("confirmation")
    public Response sendAgain() {
        UUID asker = current.require();
        Optional<Duration> wait = recovery.mayAskForMail(asker);
        if (wait.isPresent()) {
            return TooMany.page(say("account.too-many.mails"), wait.get());
        }
        accounts.askToConfirm(asker, Instant.now());
        return done("mail");
    }

    @POST
    @Path("password")
    public Response changePassword(
            @FormParam("current") @DefaultValue("") String before,
            @FormParam("password") @DefaultValue("") String password) {
        Optional<Response> wrong =
                check.refusal(before, sentence -> refused("password", sentence, "", 403));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        try {
            changes.password(current.require(), password, current.session(), Instant.now());
            return done("password");
        } catch (Invalid e) {
            return refused("password", e.sentence(), "", 422);
        }
    }

    @POST
    @Path("address")
    public Response changeAddress(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("current") @DefaultValue("") String password) {
        Optional<Response> wrong =
                check.refusal(password, sentence -> refused("address", sentence, email, 403));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<Duration> wait = recovery.mayAskForMail(current.require());
        if (wait.isPresent()) {
            return TooMany.page(say("account.too-many.mails"), wait.get());
        }
        try {
            changes.askForAddress(current.require(), email, Instant.now());
            return done("address");
        } catch (Invalid e) {
            return refused("address", e.sentence(), email, 422);
        }
    }

    private Response refused(String form, String sentence, String typed, int status) {
        return page(view(null).refused(form, sentence, typed)).as(status);
    }

    private ProfileView view(@Nullable String said) {
        Publisher publisher =
                accounts.find(current.require())
                        .orElseThrow(() -> new NotAuthorizedException("Bearer"));
        return ProfileView.of(publisher, said);
    }

    private static Page page(ProfileView view) {
        return new Page("profile/profile.jte", view);
    }

    private static Response done(String what) {
        return Response.status(303).header("Location", "/studio/account?done=" + what).build();
    }
}
