package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A film is looked at, and things are made of it, while its publisher is told. */
@ExtendWith(ArquillianExtension.class)
class FilmJobsIT {
    private final Path folder = PlatformUnderTest.scratch().resolve("films");

    @Test
    void aFilmIsCheckedAndBecomesARemuxAPosterATeaserAndSubtitles() throws Exception {
        FilmDesk desk = FilmDesk.open("Drawn");
        Path film = Drawn.film(folder.resolve("Film à l'aube.mp4"), 12, "320x180");
        try (var events = new BundleEvents(desk.studio(), desk.bundle())) {
            assertEquals(200, events.status());
            assertTrue(events.type().startsWith("text/event-stream"), events.type());
            events.await("bundle", b -> b.get("status").getAsString().equals("draft"));
            String id = desk.upload(film, "paid");
            events.await("file", f -> isOf(f, id) && f.get("complete").getAsBoolean());
            events.await("film", f -> isOf(f.getAsJsonObject("film"), id) && isFound(f));
            assertChecked(desk, id);
            assertMade(desk, id);
            events.await("job", j -> isDone(j.getAsJsonObject("job"), "teaser"));
            events.await("file", f -> f.get("name").getAsString().equals("teaser.mp4"));
        }
        Answer sealed = desk.studio().seal(desk.bundle());
        assertEquals(202, sealed.status(), sealed.text());
        desk.studio().awaitSealed(desk.bundle());
    }

    private static boolean isOf(JsonObject o, String file) {
        return o.get("file").getAsString().equals(file);
    }

    private static boolean isFound(JsonObject event) {
        return event.getAsJsonObject("film").get("state").getAsString().equals("found");
    }

    private static boolean isDone(JsonObject job, String kind) {
        return job.get("kind").getAsString().equals(kind)
                && job.get("state").getAsString().equals("done");
    }

    private static void assertChecked(FilmDesk desk, String id) {
        JsonObject film = desk.film(id);
        assertTrue(film.get("playsInBrowsers").getAsBoolean());
        String why = film.getAsJsonArray("reasons").get(0).getAsJsonObject().get("key").getAsString();
        assertEquals("film.why.late", why);
        JsonObject facts = film.getAsJsonObject("facts");
        assertEquals("MP4", facts.get("container").getAsString());
        assertEquals("h264", facts.getAsJsonObject("video").get("codec").getAsString());
    }

    private void assertMade(FilmDesk desk, String id) throws Exception {
        String remux = desk.make("remux", id, "").get("result").getAsString();
        assertTrue(desk.film(remux).getAsJsonObject("facts").get("fastStart").getAsBoolean());
        JsonObject frames = desk.make("frames", id, "");
        assertEquals(12, frames.getAsJsonArray("frames").size());
        Answer frame = desk.studio().http().get(desk.address("files/" + id + "/frames/3"));
        assertEquals("image/jpeg", frame.header("Content-Type"));
        long moment = frames.getAsJsonArray("frames").get(3).getAsLong();
        desk.make("poster", id, ",\"at\":%d,\"centre\":500".formatted(moment));
        desk.make("teaser", id, ",\"from\":1000,\"to\":4000");
        Path subtitles =
                Files.write(
                        folder.resolve("Film à l'aube.es.srt"),
                        "1\n00:00:01,000 --> 00:00:02,000\n¿Qué?\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
        desk.make("subtitles", desk.upload(subtitles, "free"), "");
        assertEquals(
                List.of(
                        "Film à l'aube (web).mp4",
                        "Film à l'aube.es.srt",
                        "Film à l'aube.es.vtt",
                        "Film à l'aube.mp4",
                        "poster.jpg",
                        "teaser.mp4"),
                desk.names());
    }

    @Test
    void aDraftsFilmIsPlayedToItsPublisherInPartsAndNeverAsAPage() throws Exception {
        FilmDesk desk = FilmDesk.open("Parts");
        Path film = Drawn.film(folder.resolve("parts.mp4"), 2, "64x64");
        String id = desk.upload(film, "paid");
        desk.film(id);
        String content = desk.address("files/" + id + "/content");
        Answer part = get(desk, content, "bytes=100-199");
        byte[] bytes = Files.readAllBytes(film);
        assertEquals(206, part.status());
        assertEquals("bytes 100-199/" + bytes.length, part.header("Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(bytes, 100, 200), part.bytes());
        assertEquals("video/mp4", part.header("Content-Type"));
        assertEquals("nosniff", part.header("X-Content-Type-Options"));
        assertTrue(part.header("Content-Security-Policy").startsWith("sandbox"));
        assertEquals(416, get(desk, content, "bytes=" + bytes.length + "-").status());
        assertArrayEquals(bytes, desk.studio().http().get(content).bytes());
        String page = desk.upload(page("page.mp4"), "paid");
        assertEquals("none", desk.film(page).get("state").getAsString());
        assertEquals(404, get(desk, desk.address("files/" + page + "/content"), "").status());
    }

    private Path page(String name) throws Exception {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), "<html><script>alert(1)</script></html>");
    }

    private static Answer get(FilmDesk desk, String address, String range) {
        Map<String, String> headers = range.isEmpty() ? Map.of() : Map.of("Range", range);
        return desk.studio().http().send("GET", address, headers, BodyPublishers.noBody());
    }

    @Test
    void anUploadedPictureIsWrittenAnewAndAnSvgRefused() throws Exception {
        FilmDesk desk = FilmDesk.open("Pictures");
        String picture = desk.upload(Drawn.polyglot(folder.resolve("photo.png")), "free");
        desk.film(picture);
        String poster = desk.make("poster", picture, "").get("result").getAsString();
        desk.film(poster);
        Answer made = desk.studio().http().get(desk.address("files/" + poster + "/content"));
        assertEquals("image/jpeg", made.header("Content-Type"));
        assertFalse(made.text().contains("script"));
        Path svg =
                Files.writeString(
                        folder.resolve("drawing.png"), "<svg onload=\"alert(1)\"></svg>");
        Answer refused = desk.start("poster", desk.upload(svg, "free"), "");
        assertEquals(422, refused.status(), refused.text());
    }

    @Test
    void nothingOfAnotherPublishersFilmsIsThere() throws Exception {
        FilmDesk ann = FilmDesk.open("Hers");
        String file = ann.upload(Drawn.film(folder.resolve("hers.mp4"), 2, "64x64"), "paid");
        ann.film(file);
        String job = ann.make("frames", file, "").get("id").getAsString();
        FilmDesk ben = new FilmDesk(Studio.open("ben"), ann.bundle());
        for (String what :
                List.of(
                        "films",
                        "jobs",
                        "jobs/" + job,
                        "events",
                        "files/" + file + "/frames/0",
                        "files/" + file + "/content")) {
            assertEquals(404, ben.studio().http().get(ben.address(what)).status(), what);
            assertEquals(401, Http.anonymous().get(ben.address(what)).status(), what);
        }
        assertEquals(404, ben.start("remux", file, "").status());
        assertEquals(404, delete(ben, job).status());
        FilmDesk own = FilmDesk.open("His");
        assertEquals(404, own.start("remux", file, "").status());
        assertEquals(404, own.start("remux", UUID.randomUUID().toString(), "").status());
    }

    private static Answer delete(FilmDesk desk, String job) {
        return desk.studio()
                .http()
                .send("DELETE", desk.address("jobs/" + job), Map.of(), BodyPublishers.noBody());
    }
}
