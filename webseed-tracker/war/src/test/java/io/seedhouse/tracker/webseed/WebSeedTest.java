package io.seedhouse.tracker.webseed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.http.RawClient;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.torrent.Admitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSeedTest {
    private static final UUID BUNDLE = UUID.fromString("11111111-2222-3333-4444-55555555abcd");
    private static final UUID SINGLE = UUID.randomUUID();
    private static final UUID LONE = UUID.randomUUID();
    private static final String TEXT = "0123456789";

    @TempDir Path home;
    private EmbeddedTracker tracker;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        write(BUNDLE + "/Film/free/trailer.mp4", TEXT);
        write(BUNDLE + "/Film/README.txt", "read me");
        write(BUNDLE + "/Film/empty.bin", "");
        write(BUNDLE + "/Film/evil.html", "<script>alert(1)</script>");
        write(BUNDLE + "/draft.txt", "not in the torrent");
        write(SINGLE + "/single.age", TEXT);
        write(LONE + "/Lone/locked/film.mkv.age", TEXT);
        write(UUID.randomUUID() + "/Film/README.txt", "another bundle's");
        write("secret.txt", "outside");
        tracker =
                new EmbeddedTracker(
                        Admitting.only(
                                torrent(BUNDLE, "Film", 'a'),
                                torrent(SINGLE, "single.age", 'b'),
                                torrent(LONE, "Lone", 'c')),
                        home.resolve("content"),
                        "");
        client = tracker.client();
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void givesAWholeFile() throws IOException {
        Response whole = get("/Film/free/trailer.mp4");
        assertEquals(200, whole.status());
        assertEquals(TEXT, whole.text());
        assertEquals("10", whole.header("content-length"));
        assertEquals("bytes", whole.header("accept-ranges"));
        assertEquals("video/mp4", whole.header("content-type"));
        assertTrue(whole.header("etag").matches("\"[^\"]+\""), whole.header("etag"));
        assertTrue(whole.header("last-modified").endsWith("GMT"));
    }

    @Test
    void givesARange() throws IOException {
        Response part = get("/Film/free/trailer.mp4", "Range: bytes=3-5");
        assertEquals(206, part.status());
        assertEquals("345", part.text());
        assertEquals("3", part.header("content-length"));
        assertEquals("bytes 3-5/10", part.header("content-range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=7-3", "bytes=x"})
    void saysHowLongAFileIsWhenARangeLiesOutside(String range) throws IOException {
        Response refused = get("/Film/free/trailer.mp4", "Range: " + range);
        assertEquals(416, refused.status());
        assertEquals("bytes */10", refused.header("content-range"));
        assertEquals(
                "The file has 10 bytes; ask for a range within them, or for up to 16.\n",
                refused.text());
    }

    @Test
    void givesSeveralRangesAsParts() throws IOException {
        write(BUNDLE + "/Film/long.vtt", TEXT.repeat(100));
        Response parts = get("/Film/long.vtt", "Range: bytes=995-, 1-2, 500-504, 503-509");
        assertEquals(206, parts.status());
        assertEquals("", parts.header("content-range"));
        String type = parts.header("content-type");
        assertTrue(type.startsWith("multipart/byteranges; boundary="), type);
        String line = "\r\n--" + type.substring(type.indexOf('=') + 1);
        String part = line + "\r\nContent-Type: text/vtt; charset=utf-8\r\nContent-Range: bytes ";
        assertEquals(
                part
                        + "995-999/1000\r\n\r\n56789"
                        + part
                        + "1-2/1000\r\n\r\n12"
                        + part
                        + "500-509/1000\r\n\r\n0123456789"
                        + line
                        + "--\r\n",
                parts.text());
        assertEquals("" + parts.body().length, parts.header("content-length"));
        assertTrue(parts.header("etag").startsWith("\""));
    }

    @Test
    void separatesPartsByALineThatIsNewEachTime() throws IOException {
        write(BUNDLE + "/Film/long.vtt", TEXT.repeat(100));
        String range = "Range: bytes=0-1,900-901";
        assertNotEquals(
                get("/Film/long.vtt", range).header("content-type"),
                get("/Film/long.vtt", range).header("content-type"));
    }

    @Test
    void givesOneRangePlainlyWhenTheFileHasOnlyOneOfSeveral() throws IOException {
        Response part = get("/Film/free/trailer.mp4", "Range: bytes=8-, 100-200");
        assertEquals(206, part.status());
        assertEquals("89", part.text());
        assertEquals("bytes 8-9/10", part.header("content-range"));
        assertEquals("video/mp4", part.header("content-type"));
    }

    @Test
    void givesPartsOfAPad() throws IOException {
        Response parts = get("/Film/.pad/1000000", "Range: bytes=0-0,200000-299999,-1");
        assertEquals(206, parts.status());
        assertEquals("" + parts.body().length, parts.header("content-length"));
        assertEquals(100_002, parts.text().chars().filter(c -> c == 0).count());
        assertTrue(parts.text().contains("Content-Range: bytes 200000-299999/1000000\r\n\r\n\0"));
    }

    @Test
    void refusesMoreRangesThanAnybodyNeeds() throws IOException {
        String range = "Range: bytes=" + "1-2,".repeat(16) + "1-2";
        assertEquals(416, get("/Film/free/trailer.mp4", range).status());
    }

    @Test
    void describesAFileWithoutSendingIt() throws IOException {
        Response head = client.send("HEAD", at("/Film/free/trailer.mp4"), "Range: bytes=1-2");
        assertEquals(200, head.status());
        assertEquals("10", head.header("content-length"));
        assertEquals("", head.text());
    }

    @Test
    void givesAnEmptyFile() throws IOException {
        assertEquals("0", get("/Film/empty.bin").header("content-length"));
        assertEquals(416, get("/Film/empty.bin", "Range: bytes=0-").status());
    }

    @Test
    void sendsNothingToAClientThatHasTheFile() throws IOException {
        Response first = get("/Film/README.txt");
        assertEquals(
                304, get("/Film/README.txt", "If-None-Match: " + first.header("etag")).status());
        assertEquals(304, get("/Film/README.txt", "If-None-Match: *").status());
        assertEquals(200, get("/Film/README.txt", "If-None-Match: \"other\"").status());
        String since = "If-Modified-Since: " + first.header("last-modified");
        assertEquals(304, get("/Film/README.txt", since).status());
        assertEquals(412, get("/Film/README.txt", "If-Match: \"other\"").status());
    }

    @Test
    void continuesOnlyTheSameFile() throws IOException {
        Response first = get("/Film/free/trailer.mp4");
        String range = "Range: bytes=5-";
        String path = "/Film/free/trailer.mp4";
        assertEquals(206, get(path, range, "If-Range: " + first.header("etag")).status());
        assertEquals(206, get(path, range, "If-Range: " + first.header("last-modified")).status());
        Response whole = get(path, range, "If-Range: \"other\"");
        assertEquals(200, whole.status());
        assertEquals(TEXT, whole.text());
        assertEquals(200, get(path, range, "If-Range: W/" + first.header("etag")).status());
        assertEquals(200, get(path, range, "If-Range: yesterday").status());
        assertEquals(
                200,
                get(path, range, "If-Range: Sun, 06 Nov 1994 08:49:37 GMT").status(),
                "a date that is not the file's own");
        assertEquals(206, get(path, range, "If-Range: " + oldFashioned(first)).status());
    }

    /** The same moment as RFC 850 wrote it, which RFC 9110 (5.6.7) still accepts. */
    private static String oldFashioned(Response response) {
        return RFC_1123_DATE_TIME
                .parse(response.header("last-modified"), ZonedDateTime::from)
                .format(DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ROOT));
    }

    @Test
    void answersConditionsBeforeRanges() throws IOException {
        String path = "/Film/free/trailer.mp4";
        Response first = get(path);
        String same = first.header("etag");
        assertEquals(304, get(path, "Range: bytes=0-1", "If-None-Match: " + same).status());
        assertEquals(304, get(path, "Range: bytes=90-", "If-None-Match: W/" + same).status());
        assertEquals(412, get(path, "Range: bytes=90-", "If-Match: W/" + same).status());
        assertEquals(206, get(path, "Range: bytes=0-1", "If-Match: \"x\", " + same).status());
        String past = "If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT";
        assertEquals(412, get(path, past).status());
        assertEquals(412, client.send("HEAD", at(path), past).status());
    }

    @ParameterizedTest
    @CsvSource({"1,0", "16384,0", "65536,0", "65537,1", "16777216,16777215"})
    void givesZerosBetweenFiles(int size, int from) throws IOException {
        Response pad = get("/Film/.pad/" + size, "Range: bytes=" + from + "-");
        assertEquals(206, pad.status());
        assertArrayEquals(new byte[size - from], pad.body());
        assertArrayEquals(new byte[size], get("/Film/.pad/" + size).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16777217",
                "0",
                "-1",
                "01",
                "1e3",
                "",
                "9999999999999999",
                "1/2",
                "%31%30%2f"
            })
    void givesNoPadThatNoTorrentHas(String size) throws IOException {
        assertEquals(404, get("/Film/.pad/" + size).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/draft.txt",
                "/Film",
                "/Film/",
                "/Film/free",
                "/Film/free/",
                "/Film//README.txt",
                "/Film/./README.txt",
                "/Film/free/../README.txt",
                "/Film/../draft.txt",
                "/Film/%2e%2e/draft.txt",
                "/Film/..%2fdraft.txt",
                "/Film/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
                "/Film/free%2ftrailer.mp4",
                "/Film/free%5ctrailer.mp4",
                "/Film/%252e%252e/draft.txt",
                "/Film/README.txt%00",
                "/Film/README.txt%00.mp4",
                "/Film/README.tx%C3",
                "/Film/missing",
                "/Film/README.txt/below",
                "/Film/README.txt/",
                "/film/README.txt",
                "/../secret.txt",
                "/..%2f..%2fsecret.txt",
                ""
            })
    void hasNothingOutsideTheTorrent(String path) throws IOException {
        Response refused = get(path);
        assertEquals(404, refused.status(), refused.text());
        assertEquals("This web seed has no such file.\n", refused.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%u0041", "%+1"})
    void refusesABrokenEscape(String escape) throws IOException {
        Response refused = get("/Film/README.txt" + escape);
        assertTrue(refused.status() == 404 || refused.status() == 400, refused.text());
        assertFalse(refused.text().contains("Exception"), refused.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "1-1-1-1-1", "%2e%2e", ".", "%00"})
    void hasNothingForWhatIsNoBundle(String id) throws IOException {
        assertEquals(404, client.get("/tracker/seed/" + id + "/Film/README.txt").status());
    }

    @Test
    void hasNoFileWithANameLongerThanTheDiskTakesAndFollowsNoCircle() throws IOException {
        Path circle = home.resolve("content/" + BUNDLE + "/Film/circle");
        Files.createSymbolicLink(circle, circle);
        assertEquals(404, get("/Film/circle").status());
        assertEquals(404, get("/Film/" + "x".repeat(300)).status());
        assertEquals(404, get("/Film/" + "x/".repeat(3000) + "x").status());
    }

    @Test
    void noticesThatAFileIsNotWhatItWasAMomentAgo() throws IOException {
        Path file = home.resolve("content").resolve(BUNDLE + "/Film/README.txt");
        assertEquals("read me", get("/Film/README.txt").text());
        write(BUNDLE + "/Film/README.txt", "read");
        assertEquals("read", get("/Film/README.txt").text());
        Files.delete(file);
        assertEquals(404, get("/Film/README.txt").status());
    }

    @Test
    void servesOnlyAdmittedBundles() throws IOException {
        for (Path bundle : Files.newDirectoryStream(home.resolve("content"))) {
            String id = bundle.getFileName().toString();
            int expected = id.equals(BUNDLE.toString()) ? 200 : 404;
            Response response = client.get("/tracker/seed/" + id + "/Film/README.txt");
            assertEquals(expected, response.status(), id);
        }
    }

    @Test
    void followsNoLinkOutOfTheBundle() throws IOException {
        Path film = home.resolve("content/" + BUNDLE + "/Film");
        Files.createSymbolicLink(film.resolve("out.txt"), home.resolve("secret.txt"));
        Files.createSymbolicLink(film.resolve("outside"), home);
        Files.createSymbolicLink(film.resolve("in.txt"), film.resolve("README.txt"));
        assertEquals(404, get("/Film/out.txt").status());
        assertEquals(404, get("/Film/outside/secret.txt").status());
        assertEquals("read me", get("/Film/in.txt").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a+b.txt|a+b.txt",
                "a+b.txt|a%2Bb.txt",
                "a+b.txt|a%2bb.txt",
                "a b.txt|a%20b.txt",
                "[x] (y).txt|[x]%20(y).txt",
                "[x] (y).txt|%5bx%5D%20%28y%29.txt",
                "~q=1&r'.txt|~q=1&r'.txt",
                "~q=1&r'.txt|%7Eq%3d1%26r%27.txt",
                "100%25.txt|100%2525.txt",
                "c#d?.txt|c%23d%3F.txt",
                "semi;colon.txt|semi;colon.txt",
                "semi;colon.txt|semi%3Bcolon.txt",
                "at@co:lon$.txt|at@co:lon$.txt"
            })
    void findsANameHoweverItIsSpelled(String name, String spelled) throws IOException {
        write(BUNDLE + "/Film/" + name, name);
        assertEquals(name, get("/Film/" + spelled).text());
    }

    @Test
    void findsANameOutsideAscii() throws IOException {
        write(BUNDLE + "/Film/\u00e9t\u00e9 \u6620.txt", "summer");
        assertEquals("summer", get("/Film/%C3%A9t%c3%a9%20%e6%98%a0.txt").text());
    }

    @Test
    void readsAddressesInAnyCaseOfHexadecimalAndWithAHost() throws IOException {
        String id = BUNDLE.toString().toUpperCase(Locale.ROOT);
        assertEquals("read me", client.get("/tracker/seed/" + id + "/Film/README.txt").text());
        assertEquals("read me", client.get("http://localhost" + at("/Film/README.txt")).text());
    }

    @Test
    void servesATorrentOfOneFileAndOneOfAFolderWithOneFile() throws IOException {
        assertEquals(TEXT, client.get("/tracker/seed/" + SINGLE + "/single.age").text());
        assertEquals(
                TEXT, client.get("/tracker/seed/" + LONE + "/Lone/locked/film.mkv.age").text());
        Response short1 = client.get("/tracker/seed/" + LONE + "/Lone", "Range: bytes=8-");
        assertEquals("89", short1.text());
    }

    @Test
    void callsNothingByANameThatABrowserWouldRun() throws IOException {
        Response page = get("/Film/evil.html");
        assertEquals("application/octet-stream", page.header("content-type"));
        assertEquals("nosniff", page.header("x-content-type-options"));
        assertTrue(page.header("content-security-policy").contains("sandbox"));
        assertEquals("text/plain; charset=utf-8", get("/Film/README.txt").header("content-type"));
    }

    @Test
    void letsAnySiteReadRanges() throws IOException {
        Response asked =
                client.send(
                        "OPTIONS",
                        at("/Film/README.txt"),
                        "Origin: https://elsewhere.example",
                        "Access-Control-Request-Headers: range,cache-control,user-agent");
        assertEquals(204, asked.status());
        assertEquals("*", asked.header("access-control-allow-origin"));
        for (String header : new String[] {"range", "cache-control", "user-agent"}) {
            assertTrue(asked.header("access-control-allow-headers").contains(header));
        }
        assertEquals("86400", asked.header("access-control-max-age"));
        Response part = get("/Film/README.txt", "Range: bytes=0-1", "Origin: https://x.example");
        assertEquals("*", part.header("access-control-allow-origin"));
        assertTrue(part.header("access-control-expose-headers").contains("Content-Range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void onlyGives(String method) throws IOException {
        Response refused = client.send(method, at("/Film/README.txt"));
        assertEquals(405, refused.status());
        assertEquals("GET, HEAD, OPTIONS", refused.header("allow"));
    }

    private Response get(String path, String... headers) throws IOException {
        return client.get(at(path), headers);
    }

    private static String at(String path) {
        return "/tracker/seed/" + BUNDLE + path;
    }

    private void write(String name, String text) throws IOException {
        Path file =
                name.equals("secret.txt")
                        ? home.resolve(name)
                        : home.resolve("content").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(UTF_8));
    }

    private static Torrent torrent(UUID bundle, String name, char digit) {
        return new Torrent(bundle, new Infohash(("" + digit).repeat(40)), null, name);
    }
}
