package io.seedhouse.publisher.door;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Bearer;
import io.seedhouse.publisher.Problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what another site makes a visitor's browser send (cross-site request forgery). Browsers
 * say where a request comes from in {@code Sec-Fetch-Site} or {@code Origin}; a client that sends
 * neither is no browser, and a bearer token is never sent by a browser on its own.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOrigin extends HttpFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Forms on pages whose address holds a token. Those pages tell nobody where they are, so a
     * browser may call their origin null; each form brings a token that no other site knows.
     */
    private static final Set<String> WITH_TOKENS =
            Set.of("/library/open", "/gift", "/unsubscribe", "/confirm", "/reset");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SAFE.contains(request.getMethod()) || Bearer.of(request).isPresent() || ours(request)) {
            chain.doFilter(request, response);
        } else {
            TurnedAway.send(Problem.of(403, say("door.foreign")), request, response);
        }
    }

    private static boolean ours(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return ours(site, origin, request.getHeader("Host"))
                || (site == null && "null".equals(origin) && bringsToken(request));
    }

    private static boolean bringsToken(HttpServletRequest request) {
        return WITH_TOKENS.contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean ours(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || sameHost(origin, host);
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
