package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one way in: a bearer token where a request carries one, the session otherwise. A request with
 * neither goes on as nobody; what needs a publisher refuses it later.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    static final String PUBLISHER = "publisher";
    private static final String BEARER = "bearer ";

    @Inject Tokens tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = bearer(request);
        if (token.isEmpty()) {
            return Sessions.publisher(request)
                    .map(id -> known(id, context))
                    .orElseGet(context::doNothing);
        }
        if (carriesOrderToken(request)) {
            return context.doNothing();
        }
        return tokens.publisherOf(token.get())
                .map(id -> known(id, context))
                .orElseGet(() -> refuse(response));
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(h -> h.substring(BEARER.length()).strip());
    }

    /** An order's own token opens its order and is nothing to us. */
    private static boolean carriesOrderToken(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/orders/");
    }

    private static AuthenticationStatus known(UUID id, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(id.toString(), Set.of(PUBLISHER));
    }

    private static AuthenticationStatus refuse(HttpServletResponse response) {
        try {
            Problem.unauthorized("This token is unknown; sign in at /api/v1/tokens for a new one.")
                    .send(response);
        } catch (IOException e) {
            throw new UncheckedIOException("the 401 could not be sent", e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
