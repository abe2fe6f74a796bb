package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Bearer;
import io.seedhouse.publisher.session.SignedInBrowser;
import io.seedhouse.publisher.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The one way in: a bearer token where a request carries one, the session of the browser otherwise.
 * A request with neither goes on as nobody; what needs a publisher refuses it later. A token we do
 * not know is refused by {@link UnknownToken}: a mechanism that says no has its answer replaced by
 * the container's page.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    static final String PUBLISHER = "publisher";

    @Inject Tokens tokens;
    @Inject SignedInBrowser browser;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = Bearer.of(request);
        Optional<SignedIn> found =
                token.isPresent()
                        ? byToken(request, token.get())
                        : browser.session(request).map(SignedIn.BySession::of);
        return found.map(who -> known(who, request, context)).orElseGet(context::doNothing);
    }

    private Optional<SignedIn> byToken(HttpServletRequest request, String token) {
        return isForUs(request)
                ? tokens.use(token, Instant.now()).map(SignedIn.ByToken::of)
                : Optional.empty();
    }

    /**
     * Tokens open the API and no pages. An order's own token opens its order, and a mail server's
     * its door: neither is a sign-in.
     */
    static boolean isForUs(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                && !path.startsWith("/api/v1/orders/")
                && !path.equals("/api/v1/mail/bounces");
    }

    private static AuthenticationStatus known(
            SignedIn who, HttpServletRequest request, HttpMessageContext context) {
        who.note(request);
        return context.notifyContainerAboutLogin(who.publisherId().toString(), Set.of(PUBLISHER));
    }
}
