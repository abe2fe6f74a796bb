package io.seedhouse.publisher.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Sign-in of a browser, kept in its HTTP session. */
public final class Sessions {
    private static final String PUBLISHER = "publisher";

    private Sessions() {}

    /** Signs in under a new session id, so that one planted before is worth nothing. */
    public static void open(HttpServletRequest request, UUID publisherId) {
        request.getSession(true).setAttribute(PUBLISHER, publisherId.toString());
        request.changeSessionId();
    }

    /** Signs out. */
    public static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<UUID> publisher(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(s -> (String) s.getAttribute(PUBLISHER))
                .map(UUID::fromString);
    }
}
