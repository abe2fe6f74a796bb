package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Refused;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The style sheet, scripts and fonts, as {@code src/main/web/build.mjs} leaves them. A name carries
 * a hash of its content, so a browser may keep a file for ever and still sees every change.
 */
@Path("assets")
public class Assets {
    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css;charset=utf-8",
                    "js", "text/javascript;charset=utf-8",
                    "woff2", "font/woff2");

    /** Plain name to hashed name. */
    private static final Properties NAMES = load();

    private static final Set<Object> FILES = Set.copyOf(NAMES.values());

    /**
     * Address of a file.
     *
     * @param name without the hash, as {@code seedhouse.css}
     */
    public static String url(String name) {
        String file = NAMES.getProperty(name);
        if (file == null) {
            throw new IllegalArgumentException("the front-end build made no " + name);
        }
        return "/assets/" + file;
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file) {
        if (!made(file)) {
            throw new Refused(404, say("publisher.no-file"));
        }
        return Response.ok(open(file))
                .header("Content-Type", TYPES.get(file.substring(file.lastIndexOf('.') + 1)))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }

    /** Whether the front-end build made a file of this hashed name. */
    static boolean made(String file) {
        return FILES.contains(file);
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStream list = open("assets.properties")) {
            names.load(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static InputStream open(String file) {
        InputStream content = Assets.class.getResourceAsStream("/assets/" + file);
        if (content == null) {
            throw new IllegalStateException("assets/" + file + " is missing from this module");
        }
        return content;
    }
}
