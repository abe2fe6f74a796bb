package io.seedhouse.publisher;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Authorization: Bearer TOKEN} (RFC 6750). */
public final class Bearer {
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /** The token; empty without one. */
    public static Optional<String> of(HttpServletRequest request) {
        return of(request.getHeader("Authorization"));
    }

    /** The token of a header. */
    public static Optional<String> of(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(h -> h.substring(SCHEME.length()).strip());
    }
}
