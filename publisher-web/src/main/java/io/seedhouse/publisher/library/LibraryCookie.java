package io.seedhouse.publisher.library;

import jakarta.ws.rs.core.NewCookie;

/** A session's token in its browser, sent to the library only and out of reach of scripts. */
final class LibraryCookie {
    static final String NAME = "seedhouse_library";

    private LibraryCookie() {}

    static NewCookie of(String token, boolean secure) {
        return cookie(token, (int) LibrarySessions.LIFE.toSeconds(), secure);
    }

    /** Takes it out of the browser. */
    static NewCookie gone(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int seconds, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/library")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
