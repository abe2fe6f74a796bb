package io.seedhouse.publisher.film;

import io.seedhouse.publisher.film.Facts.Kind;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.jspecify.annotations.Nullable;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what ffprobe answered. The answer is kept as it came, so that what we make of it can
 * change without looking at the file again.
 *
 * @param probe JSON of ffprobe
 * @param brand of an MP4; {@code webm} for WebM; empty otherwise
 */
record Reading(String probe, String brand, @Nullable Boolean fastStart) {
    /** Below it ffmpeg only guesses, and takes noise for sound. */
    private static final int SURE = 25;

    private static final int MOST_TRACKS = 100;
    private static final Set<String> BRIGHT = Set.of("smpte2084", "arib-std-b67");
    private static final Set<String> TAKING_TURNS = Set.of("tt", "bb", "tb", "bt");
    private static final Pattern DEPTH = Pattern.compile("(?:p|gray|gbrp|x2rgb)(9|10|12|14|16)");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** Empty for what is no film, sound, picture or subtitles. */
    Optional<Facts> facts() {
        JsonObject all = json();
        JsonObject format = object(all, "format");
        List<JsonObject> streams =
                Optional.ofNullable(all.getJsonArray("streams")).stream()
                        .flatMap(a -> a.getValuesAs(JsonObject.class).stream())
                        .limit(MOST_TRACKS)
                        .toList();
        if (!isSure(format) || streams.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(facts(format, streams)).filter(f -> f.kind() != Kind.SOUND || heard(f));
    }

    /** Small JPEGs are told by their first bytes alone, which ffmpeg calls a guess. */
    private static boolean isSure(JsonObject format) {
        return format.getInt("probe_score", 0) >= SURE
                || format.getString("format_name", "").equals("jpeg_pipe");
    }

    private static boolean heard(Facts facts) {
        return !facts.sound().isEmpty();
    }

    private Facts facts(JsonObject format, List<JsonObject> streams) {
        Video video =
                of(streams, "video")
                        .filter(Reading::moves)
                        .findFirst()
                        .map(Reading::video)
                        .orElse(null);
        String container = container(format.getString("format_name", ""));
        List<Sound> sound = of(streams, "audio").map(Reading::sound).toList();
        List<Subtitles> subtitles = of(streams, "subtitle").map(Reading::subtitles).toList();
        Kind kind = kind(container, video, sound, subtitles);
        return new Facts(
                kind,
                container,
                kind == Kind.PICTURE ? null : millis(format),
                video,
                sound,
                subtitles,
                fastStart);
    }

    private static Stream<JsonObject> of(List<JsonObject> streams, String type) {
        return streams.stream().filter(s -> s.getString("codec_type", "").equals(type));
    }

    private static Kind kind(
            String container, @Nullable Video video, List<Sound> sound, List<Subtitles> subtitles) {
        if (Set.of("JPEG", "PNG", "WebP", "GIF", "AVIF").contains(container)) {
            return Kind.PICTURE;
        }
        return video != null
                ? Kind.FILM
                : sound.isEmpty() && !subtitles.isEmpty() ? Kind.SUBTITLES : Kind.SOUND;
    }

    private JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(probe))) {
            return reader.readObject();
        } catch (JsonException unreadable) {
            return Json.createObjectBuilder().build();
        }
    }

    private static JsonObject object(JsonObject parent, String name) {
        return Optional.ofNullable(parent.getJsonObject(name))
                .orElseGet(() -> Json.createObjectBuilder().build());
    }

    /** Covers of albums are video streams, too. */
    private static boolean moves(JsonObject stream) {
        return object(stream, "disposition").getInt("attached_pic", 0) == 0;
    }

    private static Video video(JsonObject s) {
        String format = s.getString("pix_fmt", "");
        return new Video(
                s.getString("codec_name", "unknown"),
                s.getString("profile", null),
                format,
                bits(format),
                format.isEmpty() || format.contains("420") || format.startsWith("nv12"),
                width(s),
                s.getInt("height", 0),
                rate(s.getString("avg_frame_rate", "")),
                TAKING_TURNS.contains(s.getString("field_order", "")),
                BRIGHT.contains(s.getString("color_transfer", "")));
    }

    private static int bits(String pixelFormat) {
        Matcher depth = DEPTH.matcher(pixelFormat);
        return depth.find() ? Integer.parseInt(depth.group(1)) : 8;
    }

    private static int width(JsonObject s) {
        int[] shape = ratio(s.getString("sample_aspect_ratio", ""), ":");
        return (int) Math.round((double) s.getInt("width", 0) * shape[0] / shape[1]);
    }

    private static double rate(String text) {
        int[] rate = ratio(text, "/");
        return text.startsWith("0/") || text.isEmpty()
                ? 0
                : Math.round(1000.0 * rate[0] / rate[1]) / 1000.0;
    }

    /** One to one where there is none. */
    private static int[] ratio(String text, String by) {
        String[] parts = text.split(by, 2);
        boolean whole = parts.length == 2 && (parts[0] + parts[1]).matches("[0-9]{2,18}");
        int[] ratio = whole ? new int[] {number(parts[0]), number(parts[1])} : new int[] {1, 1};
        return ratio[0] > 0 && ratio[1] > 0 ? ratio : new int[] {1, 1};
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    private static Sound sound(JsonObject s) {
        String codec = s.getString("codec_name", "unknown");
        return new Sound(s.getInt("index", 0), codec, s.getInt("channels", 0), language(s));
    }

    private static Subtitles subtitles(JsonObject s) {
        return new Subtitles(
                s.getInt("index", 0), s.getString("codec_name", "unknown"), language(s));
    }

    /** What is no tag of a language is as good as none; so is "undetermined". */
    private static @Nullable String language(JsonObject s) {
        String tag = object(s, "tags").getString("language", "");
        boolean known = LANGUAGE.matcher(tag).matches() && tag.length() <= 20;
        return known && !tag.equals("und") ? tag.toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable Long millis(JsonObject format) {
        String seconds = format.getString("duration", "");
        return seconds.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Math.round(Double.parseDouble(seconds) * 1000)
                : null;
    }

    private String container(String name) {
        return switch (name) {
            case "mov,mp4,m4a,3gp,3g2,mj2" ->
                    brand.equals("qt  ") || brand.isEmpty()
                            ? "QuickTime"
                            : brand.startsWith("avi") ? "AVIF" : "MP4";
            case "matroska,webm" -> brand.equals("webm") ? "WebM" : "Matroska (MKV)";
            case "jpeg_pipe" -> "JPEG";
            case "png_pipe" -> "PNG";
            case "webp_pipe" -> "WebP";
            case "gif" -> "GIF";
            case "mp3", "ogg", "flac", "wav", "aac", "avi", "flv", "mxf" ->
                    name.equals("ogg") ? "Ogg" : name.toUpperCase(Locale.ROOT);
            case "mpegts" -> "MPEG-TS";
            case "mpeg" -> "MPEG-PS";
            default -> name;
        };
    }
}
