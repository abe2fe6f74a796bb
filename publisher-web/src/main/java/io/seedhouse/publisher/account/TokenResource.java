package io.seedhouse.publisher.account;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.token.Issue;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import io.seedhouse.publisher.token.TokenView;
import io.seedhouse.publisher.token.Tokens;
import io.seedhouse.publisher.token.Wish;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tokens over REST. Only a password makes one; a token cannot make another. */
@Path("api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
    @Inject Accounts accounts;
    @Inject Tokens tokens;
    @Inject CurrentPublisher current;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    public record Items(List<TokenView> items) {}

    @POST
    @PermitAll
    @Operation(
            summary = "Signs in: {email, password} gives a bearer token",
            description =
                    "With name, scopes (read, upload, publish, sales) and days (1 to 365) it is"
                            + " one for a purpose; without, it may do everything and has no end.")
    public Response issue(Body body) {
        Wish wish = wish(body);
        return switch (accounts.signIn(
                body.text("email"), body.text("password"), clients.of(request))) {
            case SignIn.SignedIn s -> issue(s.publisher().id(), wish);
            case SignIn.WrongPassword w ->
                    Problem.unauthorized(say("account.api.wrong")).response();
            case SignIn.TooMany t ->
                    Problem.tooMany(say("account.too-many.failures"), t.retryAfter()).response();
        };
    }

    private Response issue(UUID publisherId, Wish wish) {
        return switch (tokens.issue(publisherId, wish, Instant.now())) {
            case Issue.Issued i ->
                    Response.status(Response.Status.CREATED)
                            .header("Cache-Control", "no-store")
                            .entity(Map.of("token", i.text()))
                            .build();
            case Issue.TooMany t -> Problem.of(409, t.sentence()).response();
        };
    }

    private static Wish wish(Body body) {
        List<String> scopes =
                body.has("scopes")
                        ? body.texts("scopes")
                        : Scope.ALL.stream().map(Scope::label).toList();
        return Wish.of(body.optionalText("name").orElse(""), scopes, body.optionalNumber("days"));
    }

    @GET
    @RolesAllowed("publisher")
    @Needs
    @Operation(summary = "Your tokens, oldest first: what each may do, and when it was used last")
    public Response list() {
        return Response.ok(new Items(tokens.ofPublisher(current.require(), Instant.now())))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("publisher")
    @Needs
    @Operation(
            summary = "Ends a token",
            description = "A token ends itself, and others that may do no more than it does.")
    public Response revoke(@PathParam("id") UUID id) {
        return tokens.revoke(current.require(), id, current.scopes())
                ? Response.noContent().build()
                : Problem.notFound("token").response();
    }
}
