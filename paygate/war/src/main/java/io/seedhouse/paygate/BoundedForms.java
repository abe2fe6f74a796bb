package io.seedhouse.paygate;

import io.seedhouse.paygate.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses forms that are long or of unknown length before anything reads them. Whoever parses a
 * form holds all of it in memory, and the server's own bound is off for the sake of uploads.
 *
 * <p>A body that does not say what it is may be parsed as a form too, so everything counts as one
 * but JSON: only the webhook takes that, and it counts what it reads.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BoundedForms extends HttpFilter {
    static final int LONGEST_FORM = 64 * 1024;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var length = request.getContentLengthLong();
        if (mayBeForm(request) && length < 0) {
            refuse(response, 411, "Length required", "Send the form with a Content-Length.");
        } else if (mayBeForm(request) && length > LONGEST_FORM) {
            refuse(response, 413, "Too long", "A form has at most 64 KiB; send a shorter one.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean mayBeForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null
                ? !WITHOUT_BODY.contains(request.getMethod())
                : !type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static void refuse(
            HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        var body = new Problem(status, title, detail).json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(Problem.TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
