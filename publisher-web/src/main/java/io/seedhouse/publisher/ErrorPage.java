package io.seedhouse.publisher;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal as a page for people; how it looks is the business of the pages. */
final class ErrorPage {
    private ErrorPage() {}

    static Response of(Problem problem) {
        Response.ResponseBuilder page =
                Response.status(problem.status())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(problem);
        problem.headers().forEach(page::header);
        return page.build();
    }
}
