package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Bearer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one way in: a bearer token where a request carries one, the session otherwise. A request with
 * neither goes on as nobody; what needs a publisher refuses it later. A token we do not know is
 * refused by {@link UnknownToken}: a mechanism that says no has its answer replaced by the
 * container's page.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    static final String PUBLISHER = "publisher";

    @Inject Tokens tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<UUID> id =
                Bearer.of(request)
                        .map(token ->
                                isNotForUs(request)
                                        ? Optional.<UUID>empty()
                                        : tokens.publisherOf(token))
                        .orElseGet(() -> Sessions.publisher(request));
        return id.map(i -> known(i, context)).orElseGet(context::doNothing);
    }

    /** An order's own token opens its order, and a mail server's its door: neither is a sign-in. */
    static boolean isNotForUs(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/v1/orders/") || path.equals("/api/v1/mail/bounces");
    }

    private static AuthenticationStatus known(UUID id, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(id.toString(), Set.of(PUBLISHER));
    }
}
