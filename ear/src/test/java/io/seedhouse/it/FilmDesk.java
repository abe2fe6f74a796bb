package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a publisher does with the films of one draft, over REST. */
record FilmDesk(Studio studio, String bundle) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static FilmDesk open(String title) {
        Studio studio = Studio.open("film");
        return new FilmDesk(studio, studio.bundle(title));
    }

    /** The id of the new file. */
    String upload(Path file, String access) throws Exception {
        URI location = studio.tus().upload(bundle, file, access);
        String path = location.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String address(String what) {
        return "/api/v1/bundles/" + bundle + "/" + what;
    }

    /** What was found in a file, once it was looked at. */
    JsonObject film(String file) {
        return Await.until(
                "the file was looked at",
                PATIENCE,
                () ->
                        items("films").stream()
                                .filter(f -> f.get("file").getAsString().equals(file))
                                .filter(f -> !f.get("state").getAsString().equals("waiting"))
                                .findFirst());
    }

    Answer start(String kind, String file, String more) {
        return studio.http()
                .post(
                        address("jobs"),
                        "{\"kind\":\"%s\",\"file\":\"%s\"%s}".formatted(kind, file, more));
    }

    /** Has something made and waits for its end; the job as it is then. */
    JsonObject make(String kind, String file, String more) {
        Answer begun = start(kind, file, more);
        assertEquals(202, begun.status(), begun.text());
        return done(begun.string("id"));
    }

    JsonObject done(String job) {
        JsonObject end =
                Await.until(
                        "the job is over",
                        PATIENCE,
                        () ->
                                Optional.of(job(job))
                                        .filter(j -> !j.get("ended").isJsonNull()));
        assertEquals("done", end.get("state").getAsString(), end.toString());
        return end;
    }

    JsonObject job(String job) {
        Answer answer = studio.http().get(address("jobs/" + job));
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    List<String> names() {
        return studio.show(bundle).getAsJsonArray("files").asList().stream()
                .map(f -> f.getAsJsonObject().get("name").getAsString())
                .sorted()
                .toList();
    }

    private List<JsonObject> items(String what) {
        Answer answer = studio.http().get(address(what));
        assertEquals(200, answer.status(), answer.text());
        return answer.json().getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
