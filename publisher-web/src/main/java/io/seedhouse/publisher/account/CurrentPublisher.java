package io.seedhouse.publisher.account;

import io.seedhouse.publisher.token.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is asking, by session or bearer token. */
@RequestScoped
public class CurrentPublisher {
    @Inject SecurityContext security;
    @Inject HttpServletRequest request;

    public Optional<UUID> id() {
        return security.isCallerInRole(SignInMechanism.PUBLISHER)
                ? Optional.of(UUID.fromString(security.getCallerPrincipal().getName()))
                : Optional.empty();
    }

    /**
     * @throws NotAuthorizedException when nobody is signed in
     */
    public UUID require() {
        return id().orElseThrow(() -> new NotAuthorizedException("Bearer"));
    }

    /** What may be done here; nothing without a sign-in. */
    public Set<Scope> scopes() {
        return signedIn().map(SignedIn::scopes).orElse(Set.of());
    }

    /** The token that signed in; empty for a session and for nobody. */
    public Optional<UUID> token() {
        return signedIn()
                .filter(SignedIn.ByToken.class::isInstance)
                .map(s -> ((SignedIn.ByToken) s).tokenId());
    }

    /**
     * The session that signed in.
     *
     * @throws NotAuthorizedException when there is none; a token is none
     */
    public UUID session() {
        return signedIn()
                .filter(SignedIn.BySession.class::isInstance)
                .map(s -> ((SignedIn.BySession) s).sessionId())
                .orElseThrow(() -> new NotAuthorizedException("Bearer"));
    }

    Optional<SignedIn> signedIn() {
        return SignedIn.of(request);
    }
}
