package io.seedhouse.publisher.account;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Bearer;
import io.seedhouse.publisher.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a bearer token that signed nobody in, so that a stale one is noticed at once. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class UnknownToken extends HttpFilter {
    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Bearer.of(request).isEmpty()
                || !SignInMechanism.isForUs(request)
                || request.isUserInRole(SignInMechanism.PUBLISHER)) {
            chain.doFilter(request, response);
        } else {
            Problem.unauthorized(say("account.api.unknown")).send(response);
        }
    }
}
