package io.seedhouse.publisher.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Renders a {@link Page} as HTML; nothing is sent before the whole page stands. */
@Provider
public class PageWriter implements MessageBodyWriter<Page> {
    static final String CONTENT_TYPE = MediaType.TEXT_HTML + ";charset=" + UTF_8;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    PageWriter.class.getClassLoader(),
                    "io.seedhouse.publisher");

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        write(page, headers, out);
    }

    void write(Page page, MultivaluedMap<String, Object> headers, OutputStream out)
            throws IOException {
        Utf8ByteOutput html = render(page);
        headers.putSingle("Content-Type", CONTENT_TYPE);
        headers.putSingle("Content-Length", html.getContentLength());
        html.writeTo(out);
    }

    /** The HTML of a page, for places that are no answer to a request. */
    public Utf8ByteOutput render(Page page) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render(page.template(), page.view(), html);
        return html;
    }
}
