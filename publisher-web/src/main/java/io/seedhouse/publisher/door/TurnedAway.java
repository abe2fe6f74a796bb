package io.seedhouse.publisher.door;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.page.ProblemPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal before JAX-RS: a problem document below {@code /api}, a page elsewhere. */
final class TurnedAway {
    private TurnedAway() {}

    static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isApi(request)) {
            problem.send(response);
        } else {
            ProblemPage.send(problem, response);
        }
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
