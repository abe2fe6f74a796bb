package io.seedhouse.publisher.door;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses forms that are long or of unknown length before anything parses them. Whoever parses a
 * form holds all of it in memory, and the server's own bound is off for the sake of uploads.
 *
 * <p>Pages take nothing but forms, whatever a body there calls itself. The REST API counts what it
 * reads, but a body that is called a form might be parsed as one there too.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BoundedForms extends HttpFilter {
    /** A synopsis of 10 000 characters takes up to 90 000 bytes in a form. */
    static final int LONGEST = 256 * 1024;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> refusal = refusal(request);
        if (refusal.isPresent()) {
            TurnedAway.send(refusal.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Problem> refusal(HttpServletRequest request) {
        String type =
                Optional.ofNullable(request.getContentType())
                        .orElse("")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/") && !takesMultipart(request, type)) {
            return Optional.of(Problem.of(415, say("door.multipart")));
        }
        if (!mayBeForm(request, type)) {
            return Optional.empty();
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            return Optional.of(Problem.of(411, say("door.length")));
        }
        return length <= LONGEST
                ? Optional.empty()
                : Optional.of(Problem.of(413, say("door.long")));
    }

    /**
     * What mail programs post to unsubscribe (RFC 8058) and mail servers to say that a letter came
     * back (RFC 6522). Neither is parsed as a form.
     */
    private static boolean takesMultipart(HttpServletRequest request, String type) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/unsubscribe")
                ? type.startsWith("multipart/form-data")
                : path.equals("/api/v1/mail/bounces") && type.startsWith("multipart/report");
    }

    private static boolean mayBeForm(HttpServletRequest request, String type) {
        return type.startsWith("application/x-www-form-urlencoded")
                || !(TurnedAway.isApi(request) || WITHOUT_BODY.contains(request.getMethod()));
    }
}
