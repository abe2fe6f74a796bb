package io.seedhouse.publisher;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal as a page for people. */
final class ErrorPage {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Seedhouse</title></head>
            <body><h1>That did not work</h1><p>%s</p><p><a href="/">To the storefront</a></p></body>
            </html>
            """;

    private ErrorPage() {}

    static Response of(Problem problem) {
        Response.ResponseBuilder page =
                Response.status(problem.status())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(PAGE.formatted(escaped(problem.detail())));
        problem.headers().forEach(page::header);
        return page.build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
