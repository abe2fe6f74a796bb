package io.seedhouse.publisher.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import java.util.UUID;

/** Who is asking, by session or bearer token. */
@RequestScoped
public class CurrentPublisher {
    @Inject SecurityContext security;

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
}
