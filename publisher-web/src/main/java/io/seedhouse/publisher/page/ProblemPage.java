package io.seedhouse.publisher.page;

import io.seedhouse.publisher.Problem;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
    private final PageWriter pages = new PageWriter();

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
        pages.write(ErrorView.page(problem.status(), problem.detail()), headers, out);
    }
}
