package io.seedhouse.tracker.webseed;

import java.util.Locale;

/**
 * The media types that a browser may know about. Content comes from strangers and shares our
 * origin, so nothing that could run (HTML, SVG, XML, scripts) is ever called by its name.
 */
final class MediaType {
    static final String UNKNOWN = "application/octet-stream";

    private MediaType() {}

    /** By the ending of a file's name. */
    static String of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "mp4", "m4v" -> "video/mp4";
            case "webm" -> "video/webm";
            case "mp3" -> "audio/mpeg";
            case "m4a" -> "audio/mp4";
            case "ogg", "oga", "opus" -> "audio/ogg";
            case "ogv" -> "video/ogg";
            case "flac" -> "audio/flac";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "gif" -> "image/gif";
            case "vtt" -> "text/vtt; charset=utf-8";
            case "srt", "txt" -> "text/plain; charset=utf-8";
            default -> UNKNOWN;
        };
    }
}
