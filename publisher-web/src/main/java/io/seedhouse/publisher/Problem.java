package io.seedhouse.publisher;

import static io.seedhouse.publisher.language.Say.named;
import static io.seedhouse.publisher.language.Say.say;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal over HTTP as RFC 9457 writes it ({@code application/problem+json}).
 *
 * @param status HTTP status, 400 to 599
 * @param detail one sentence that says what is wrong and what to do
 * @param headers headers that go with it, such as Retry-After
 */
public record Problem(int status, String detail, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String sentence) {
        return new Problem(status, sentence, Map.of());
    }

    /** 401 with the challenge that HTTP asks for (RFC 9110, section 11.6.1). */
    public static Problem unauthorized(String sentence) {
        return of(401, sentence).with("WWW-Authenticate", "Bearer");
    }

    /**
     * 404; also what belongs to somebody else is not found.
     *
     * @param what in English, as {@code bundle}; the book {@code publisher} has the noun for it
     */
    public static Problem notFound(String what) {
        return of(404, say("publisher.no-such", named("publisher.thing", what)));
    }

    /**
     * 429, with whole seconds to wait.
     *
     * @param what was tried too often, in the plural and in the reader's language
     */
    public static Problem tooMany(String what, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return of(429, say("page.too-many.seconds", what, seconds))
                .with("Retry-After", Long.toString(seconds));
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, detail, more);
    }

    public String json() {
        return Json.createObjectBuilder()
                .add("title", title())
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString();
    }

    /** The status in words; those of JAX-RS lack the newer ones. */
    private String title() {
        Response.Status known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 423 -> "Locked";
            case 507 -> "Insufficient Storage";
            default -> known == null ? "Refused" : known.getReasonPhrase();
        };
    }

    public Response response() {
        Response.ResponseBuilder builder = Response.status(status).type(MEDIA_TYPE).entity(json());
        headers.forEach(builder::header);
        return builder.build();
    }

    /** For places before JAX-RS: filters and the sign-in. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        headers.forEach(response::setHeader);
        response.getWriter().write(json());
    }
}
