package io.seedhouse.publisher.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session's token in its browser, out of reach of scripts and of other sites' forms. Over HTTPS
 * its name begins with {@code __Host-}: browsers let nobody but this very host set it.
 */
public final class SessionCookie {
    private static final String NAME = "seedhouse_session";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static String name(boolean secure) {
        return secure ? SECURE_NAME : NAME;
    }

    /** What a request's cookie says; null without one. */
    public static @Nullable String of(HttpServletRequest request, boolean secure) {
        Cookie[] all = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        Stream<Cookie> own =
                Arrays.stream(all).filter(cookie -> cookie.getName().equals(name(secure)));
        return own.map(Cookie::getValue).findFirst().orElse(null);
    }

    public static NewCookie set(String text, boolean secure) {
        return cookie(text, (int) Sessions.LIFE.toSeconds(), secure);
    }

    /** Takes it out of the browser. */
    public static NewCookie gone(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int seconds, boolean secure) {
        return new NewCookie.Builder(name(secure))
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
