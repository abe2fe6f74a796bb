package io.seedhouse.publisher.page;

import gg.jte.output.Utf8ByteOutput;
import io.seedhouse.publisher.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a refusal as the page with a way forward. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class ProblemPage implements MessageBodyWriter<Problem> {
    private static final PageWriter PAGES = new PageWriter();

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Problem.class;
    }

    @Override
    public void writeTo(
            Problem problem,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        PAGES.write(ErrorView.page(problem.status(), problem.detail()), headers, out);
    }

    /** For places before JAX-RS, with the headers of a page. */
    public static void send(Problem problem, HttpServletResponse response) throws IOException {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        PageHeaders.complete(headers);
        problem.headers().forEach(headers::putSingle);
        Utf8ByteOutput html = PAGES.render(ErrorView.page(problem.status(), problem.detail()));
        response.setStatus(problem.status());
        headers.forEach((name, values) -> response.setHeader(name, values.getFirst().toString()));
        response.setContentType(PageWriter.CONTENT_TYPE);
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }
}
