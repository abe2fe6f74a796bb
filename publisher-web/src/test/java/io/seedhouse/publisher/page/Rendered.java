package io.seedhouse.publisher.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Pages as a browser gets them, for tests. */
public final class Rendered {
    private Rendered() {}

    public static String html(Page page) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        Rendered.class.getClassLoader(),
                        "io.seedhouse.publisher");
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render(page.template(), page.view(), html);
        return new String(html.toByteArray(), UTF_8);
    }
}
