package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.webseed.ByteRange.Part;
import java.util.List;
import java.util.UUID;

/**
 * The lines around the parts of a {@code multipart/byteranges} answer (RFC 9110, section 14.6).
 *
 * @param boundary appears in no content, being random for every answer
 * @param size of the file
 */
record Multipart(String boundary, String mediaType, long size) {

    static Multipart of(Seed seed) {
        return new Multipart(UUID.randomUUID().toString(), seed.mediaType(), seed.size());
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    String before(Part part) {
        return "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                .formatted(boundary, mediaType, contentRange(part, size));
    }

    String end() {
        return "\r\n--" + boundary + "--\r\n";
    }

    /** Of the whole body, lines included. */
    long length(List<Part> parts) {
        return parts.stream().mapToLong(part -> before(part).length() + part.length()).sum()
                + end().length();
    }

    static String contentRange(Part part, long size) {
        return "bytes " + part.first() + "-" + part.last() + "/" + size;
    }
}
