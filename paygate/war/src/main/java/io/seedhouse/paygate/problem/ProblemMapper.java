package io.seedhouse.paygate.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns whatever was thrown into a problem; the stack trace goes to the log and nowhere else. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            return toProblem(web.getResponse()).toResponse().build();
        }
        LOG.log(System.Logger.Level.ERROR, "A request to the paygate failed.", thrown);
        return new Problem(
                        500, "Our mistake", "Something broke on our side; try again in a minute.")
                .toResponse()
                .build();
    }

    private static Problem toProblem(Response response) {
        var status = response.getStatusInfo();
        var detail =
                switch (status.getFamily()) {
                    case CLIENT_ERROR ->
                            "The paygate has nothing for this request; check the address and the method.";
                    default -> "The paygate cannot answer now; try again in a minute.";
                };
        return new Problem(status.getStatusCode(), status.getReasonPhrase(), detail);
    }
}
