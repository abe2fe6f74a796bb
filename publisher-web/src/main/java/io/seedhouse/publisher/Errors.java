package io.seedhouse.publisher;

import static io.seedhouse.publisher.language.Say.say;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * The one edge where exceptions become answers: problem documents below {@code /api}, pages
 * elsewhere. What we did not foresee is logged under a number, and only the number is told.
 */
@Provider
public class Errors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(Errors.class.getName());

    @Context UriInfo uri;
    @Context SecurityContext security;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException e && answers(e)) {
            return e.getResponse();
        }
        Problem problem = problem(failure);
        return uri.getPath().startsWith("/api/") ? problem.response() : ErrorPage.of(problem);
    }

    /** Whether it is an answer of ours already; that of a failed role check is the container's. */
    private static boolean answers(WebApplicationException e) {
        Response response = e.getResponse();
        return response.getStatus() < 400
                || (response.hasEntity() && !(e instanceof ForbiddenException));
    }

    private Problem problem(Throwable failure) {
        return switch (failure) {
            case Refused e -> e.problem();
            case Invalid e -> Problem.of(422, e.sentence());
            case ForbiddenException e when security.isUserInRole("publisher") ->
                    Problem.of(403, say("publisher.forbidden"));
            case ForbiddenException e -> signInFirst();
            case NotAuthorizedException e -> signInFirst();
            case WebApplicationException e -> refusal(e.getResponse().getStatus());
            default -> unforeseen(failure);
        };
    }

    private static Problem signInFirst() {
        return Problem.unauthorized(say("publisher.sign-in"));
    }

    private static Problem refusal(int status) {
        return Problem.of(
                status,
                switch (status) {
                    case 404 -> say("publisher.nothing-here");
                    case 405 -> say("publisher.method");
                    case 406 -> say("publisher.accept");
                    case 415 -> say("publisher.type");
                    default -> say("publisher.unclear");
                });
    }

    private static Problem unforeseen(Throwable failure) {
        String number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "fault " + number, failure);
        return Problem.of(500, say("publisher.fault", number));
    }
}
