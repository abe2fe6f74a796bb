package io.seedhouse.publisher.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Tables over HTTP (RFC 7111): for programs that accept the type, and for people to download. */
public final class CsvAnswer {
    /** As a client sends it and accepts it. */
    public static final String TYPE = "text/csv";

    private static final MediaType MEDIA_TYPE = new MediaType("text", "csv");

    private CsvAnswer() {}

    /**
     * Whether a table is asked for and not JSON.
     *
     * @param format of the query; wins over the header when it is there
     */
    public static boolean isWanted(@Nullable String format, HttpHeaders headers) {
        if (format != null) {
            return format.equals("csv");
        }
        return headers.getAcceptableMediaTypes().stream()
                .filter(type ->
                        type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                                || type.isCompatible(MEDIA_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    /**
     * A table to keep. One asked for by its address begins with a byte order mark, without which
     * spreadsheets take UTF-8 for something else; programs that accept the type get none.
     */
    public static Response of(String fileName, @Nullable String format, CsvWriter table) {
        String text = (format == null ? "" : "\uFEFF") + table.text();
        return Response.ok(text.getBytes(UTF_8), MEDIA_TYPE.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
