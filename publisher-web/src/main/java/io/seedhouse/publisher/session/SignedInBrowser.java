package io.seedhouse.publisher.session;

import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.door.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The browser that sends a request: whether it is signed in, and its signing in and out. */
@ApplicationScoped
public class SignedInBrowser {
    @Inject Sessions sessions;
    @Inject ClientAddress clients;
    @Inject Site site;

    /** Its session; empty when it is not signed in. */
    public Optional<Session> session(HttpServletRequest request) {
        String text = SessionCookie.of(request, site.isSecure());
        return text == null ? Optional.empty() : sessions.use(text, Instant.now());
    }

    /** Signs in; the cookie goes with the answer. */
    public NewCookie open(HttpServletRequest request, UUID publisherId) {
        Client client = Client.of(request, clients.of(request));
        String before = SessionCookie.of(request, site.isSecure());
        String text = sessions.open(publisherId, client, before, Instant.now());
        return SessionCookie.set(text, site.isSecure());
    }

    /** Signs out; the cookie goes with the answer. */
    public NewCookie close(HttpServletRequest request) {
        sessions.close(SessionCookie.of(request, site.isSecure()));
        return gone();
    }

    /** The cookie of a browser that is signed in no more. */
    public NewCookie gone() {
        return SessionCookie.gone(site.isSecure());
    }
}
