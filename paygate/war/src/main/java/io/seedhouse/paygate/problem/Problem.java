package io.seedhouse.paygate.problem;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal as {@code application/problem+json}.
 *
 * @param status the HTTP status
 * @param title the kind of problem
 * @param detail one sentence that says what to do
 * @param more further members, by name
 */
public record Problem(int status, String title, String detail, Map<String, String> more) {

    /** The media type of the body. */
    public static final String TYPE = "application/problem+json";

    public Problem {
        more = Map.copyOf(more);
    }

    public Problem(int status, String title, String detail) {
        this(status, title, detail, Map.of());
    }

    /** The same with one more member. */
    public Problem with(String name, String value) {
        var members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(status, title, detail, members);
    }

    /** The answer, to which headers may be added. */
    public Response.ResponseBuilder toResponse() {
        return Response.status(status).type(TYPE).entity(json());
    }

    /** The body. */
    public String json() {
        var body =
                Json.createObjectBuilder()
                        .add("title", title)
                        .add("status", status)
                        .add("detail", detail);
        more.forEach(body::add);
        return body.build().toString();
    }
}
