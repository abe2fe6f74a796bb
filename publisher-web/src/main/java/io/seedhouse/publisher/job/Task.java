package io.seedhouse.publisher.job;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.cutting.Cut;
import io.seedhouse.publisher.cutting.FramesCut;
import io.seedhouse.publisher.cutting.Poster;
import io.seedhouse.publisher.cutting.Remux;
import io.seedhouse.publisher.cutting.SubtitlesCut;
import io.seedhouse.publisher.cutting.Teaser;
import io.seedhouse.publisher.cutting.Tongue;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import org.jspecify.annotations.Nullable;

import java.io.StringReader;
import java.util.Optional;

/** What is to be made, as a publisher asks for it and as the database keeps it. */
public record Task(Kind kind, Cut cut) {
    private static final long LONGEST_FILM = 1_000L * 3600 * 100;
    private static final int RIGHT = 1000;
    private static final int MOST_TRACKS = 1000;

    public static Task remux() {
        return new Task(Kind.REMUX, new Remux());
    }

    public static Task frames() {
        return new Task(Kind.FRAMES, new FramesCut());
    }

    /**
     * @param at milliseconds into a film; null for a picture
     * @param centre of a crop to 2:3, 0 (left) to 1000 (right); null for the whole
     * @throws Invalid out of these bounds
     */
    public static Task poster(@Nullable Long at, @Nullable Long centre) {
        Long moment = at == null ? null : Long.valueOf(within("at", at, LONGEST_FILM));
        Integer middle =
                centre == null ? null : Integer.valueOf((int) within("centre", centre, RIGHT));
        return new Task(Kind.POSTER, new Poster(moment, middle));
    }

    /**
     * @param from milliseconds
     * @param to milliseconds, a second to five minutes later
     * @throws Invalid out of these bounds
     */
    public static Task teaser(long from, long to) {
        long start = within("from", from, LONGEST_FILM);
        long end = within("to", to, LONGEST_FILM);
        if (end - start < Teaser.SHORTEST || end - start > Teaser.LONGEST) {
            throw new Invalid("to", say("film.teaser.length"));
        }
        return new Task(Kind.TEASER, new Teaser(start, end));
    }

    /**
     * @param track index of a stream in a film; null for a file of subtitles
     * @param language a tag; null for what the film or the file's name says
     * @param free whether anybody may have them
     * @throws Invalid for what is no tag or no index
     */
    public static Task subtitles(@Nullable Long track, @Nullable String language, boolean free) {
        if (language != null && !Tongue.isTag(language)) {
            throw new Invalid("language", say("film.language"));
        }
        Integer index =
                track == null ? null : Integer.valueOf((int) within("track", track, MOST_TRACKS));
        return new Task(Kind.SUBTITLES, new SubtitlesCut(index, language, free));
    }

    private static long within(String field, long number, long most) {
        if (number < 0 || number > most) {
            throw new Invalid(field, say("film.number", field, most));
        }
        return number;
    }

    /**
     * @throws Invalid for an unknown kind or a number out of bounds
     */
    static Task of(Body body) {
        return switch (Kind.of(body.text("kind"))) {
            case REMUX -> remux();
            case FRAMES -> frames();
            case POSTER ->
                    poster(
                            body.optionalNumber("at").orElse(null),
                            body.optionalNumber("centre").orElse(null));
            case TEASER -> teaser(body.number("from"), body.number("to"));
            case SUBTITLES ->
                    subtitles(
                            body.optionalNumber("track").orElse(null),
                            body.optionalText("language").orElse(null),
                            body.flag("free"));
        };
    }

    /** The parameters as JSON. */
    String parameters() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        switch (cut) {
            case Remux r -> {}
            case FramesCut f -> {}
            case Poster p -> {
                Optional.ofNullable(p.millis()).ifPresent(v -> json.add("at", v));
                Optional.ofNullable(p.centre()).ifPresent(v -> json.add("centre", v));
            }
            case Teaser t -> json.add("from", t.from()).add("to", t.to());
            case SubtitlesCut s -> {
                Optional.ofNullable(s.track()).ifPresent(v -> json.add("track", v));
                Optional.ofNullable(s.language()).ifPresent(v -> json.add("language", v));
                json.add("free", s.free());
            }
        }
        return json.build().toString();
    }

    static Task of(Kind kind, String parameters) {
        JsonObject json = Json.createReader(new StringReader(parameters)).readObject();
        return switch (kind) {
            case REMUX -> remux();
            case FRAMES -> frames();
            case POSTER -> poster(number(json, "at"), number(json, "centre"));
            case TEASER ->
                    teaser(
                            json.getJsonNumber("from").longValue(),
                            json.getJsonNumber("to").longValue());
            case SUBTITLES ->
                    subtitles(
                            number(json, "track"),
                            json.getString("language", null),
                            json.getBoolean("free", false));
        };
    }

    private static @Nullable Long number(JsonObject json, String name) {
        JsonNumber number = json.getJsonNumber(name);
        return number == null ? null : Long.valueOf(number.longValue());
    }
}
