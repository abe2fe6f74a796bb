package io.seedhouse.publisher.account;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.door.ClientAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sign-up over REST. */
@Path("api/v1/publishers")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    @Inject Accounts accounts;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    public record Account(UUID id, String name) {}

    @POST
    @PermitAll
    @Operation(summary = "Opens an account: {email, password, name}")
    public Response signUp(Body body) {
        SignUp answer =
                accounts.signUp(
                        body.text("email"),
                        body.text("password"),
                        body.text("name"),
                        clients.of(request));
        return switch (answer) {
            case SignUp.SignedUp s ->
                    created(new Account(s.publisher().id(), s.publisher().name()));
            case SignUp.EmailTaken t ->
                    Problem.of(409, say("account.api.taken", t.email())).response();
            case SignUp.TooMany t ->
                    Problem.tooMany(say("account.too-many.sign-ups"), t.retryAfter()).response();
        };
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(entity)
                .build();
    }
}
