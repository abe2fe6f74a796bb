package io.seedhouse.paygate.operator;

import io.seedhouse.paygate.problem.Problem;
import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Every wish is answered with one sentence. */
final class Answers {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    private Answers() {}

    static Response done(String sentence) {
        LOG.log(System.Logger.Level.INFO, "For the operator: {0}", sentence);
        var body = Json.createObjectBuilder().add("sentence", sentence).build();
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON).build();
    }

    static Response refused(String sentence) {
        return new Problem(409, "Not done", sentence).toResponse().build();
    }
}
