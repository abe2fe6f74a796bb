package io.seedhouse.packager.cli.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.cli.publishing.LocalFile.Access;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no Seedhouse, or an ill one, is told in one sentence. */
class ForeignServerTest {
    private static final String BUNDLE =
            "{'id':'b1','status':'draft','progress':{'doneBytes':0,'totalBytes':1},'files':[]}";
    private static final String FILE =
            "{'id':'u1','name':'film.mp4','access':'sealed','length':9,'offset':0}";

    @TempDir Path folder;
    private StubPlatform stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubPlatform();
        Files.write(folder.resolve("film.mp4"), new byte[1000]);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "200 | '' | is empty",
                "200 | <html><body>Hello</body></html> | is no JSON object",
                "200 | hello | is no JSON object",
                "200 | null | is no JSON object",
                "200 | [] | is no JSON object",
                "200 | {'token | is no JSON object",
                "200 | {} | has no text 'token'",
                "200 | {'token':null} | has no text 'token'",
                "200 | {'token':7} | has no text 'token'",
                "200 | {'token':{}} | has no text 'token'",
                "200 | {'token':['t']} | has no text 'token'",
                "200 | {'token':'two words'} | has no token",
                "404 | <html>Not Found</html> | has status 404 and gives no reason",
                "404 | '' | has status 404 and gives no reason",
                "500 | {'detail':null} | has status 500 and gives no reason",
                "500 | {'detail':{}} | has status 500 and gives no reason",
                "418 | [] | has status 418 and gives no reason",
            })
    void signingIn(int status, String body, String words) {
        canned("POST /api/v1/tokens", status, body.equals("''") ? "" : body);
        assertForeign("POST /api/v1/tokens " + words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'id':'b1' | 'id':null | has no text 'id'",
                "'id':'b1' | 'id':'../tokens' | holds in 'id' what is none",
                "'id':'b1' | 'id':'b 1' | holds in 'id' what is none",
                "'id':'b1' | 'id':5 | has no text 'id'",
                "'status':'draft' | 'state':'draft' | has no text 'status'",
                "'status':'draft' | 'status':'on fire' | holds in 'status' what is none",
                "'files':[] | 'files':null | has no list 'files'",
                "'files':[] | 'files':{} | has no list 'files'",
                "'files':[] | 'files':[null] | holds in 'files' what is no object",
                "'files':[] | 'files':['film.mp4'] | holds in 'files' what is no object",
                "'files':[] | 'files':[{}] | has no text 'id'",
                "'doneBytes':0 | 'doneBytes':'0' | has no count 'doneBytes'",
                "'doneBytes':0 | 'doneBytes':-1 | has no count 'doneBytes'",
                "'doneBytes':0 | 'doneBytes':0.5 | has no count 'doneBytes'",
                "'doneBytes':0 | 'doneBytes':1e999999999 | has no count 'doneBytes'",
                "'totalBytes':1 | 'total':1 | has no count 'totalBytes'",
                "'progress':{ | 'progress':null,'x':{ | has no object 'progress'",
                "'progress':{ | 'progress':3,'x':{ | has no object 'progress'",
            })
    void makingABundle(String right, String wrong, String words) {
        assertTrue(BUNDLE.contains(right));
        canned("POST /api/v1/bundles", 201, BUNDLE.replace(right, wrong));
        assertForeign("POST /api/v1/bundles " + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "access", "length", "offset"})
    void aFileThatLacksSomething(String field) {
        String file = FILE.replace("'" + field + "'", "'other'");
        canned("POST /api/v1/bundles", 201, BUNDLE.replace("[]", "[" + file + "]"));
        assertForeign("'" + field + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'recipient':null}", "{'recipient':'age1qqq'}", "<p>", ""})
    void issuingARecipient(String body) {
        canned("POST /api/v1/bundles/b1/recipients", 201, body);
        assertForeign("POST /api/v1/bundles/b1/recipients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mailto:ann@example.org", "http://a b/", "here"})
    void anUploadWithoutAnAddress(String location) {
        stub.location = path -> location;
        assertForeign("POST /api/v1/uploads names no address in Location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "1000000"})
    void anUploadWithoutAnOffset(String offset) {
        stub.offset = bytes -> offset;
        assertForeign("has no Upload-Offset from 0 to ");
    }

    @Test
    void anUploadThatNeverGetsOn() {
        canned("PATCH /api/v1/uploads/r8", 204, "");
        assertForeign("accepts the bytes");
    }

    @Test
    void publishing() {
        canned("POST /api/v1/bundles/b1/publish", 200, "");
        assertForeign("POST /api/v1/bundles/b1/publish is empty");
    }

    @Test
    void watchingTheSealing() {
        canned("GET /api/v1/bundles/b1", 200, "<html>");
        assertForeign("GET /api/v1/bundles/b1 is no JSON object");
    }

    @Test
    void anotherProtocol() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (var call = server.accept()) {
                            byte[] hello =
                                    "SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.UTF_8);
                            call.getInputStream().read();
                            call.getOutputStream().write(hello);
                            // Closing with bytes unread would reset the connection, and the
                            // caller might never see the line.
                            call.shutdownOutput();
                            call.getInputStream().transferTo(OutputStream.nullOutputStream());
                        } catch (IOException e) {
                            // The test ends without the sentence then.
                        }
                    });
            assertForeign(
                    URI.create("http://127.0.0.1:" + server.getLocalPort()),
                    "it does not speak HTTP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "", "t\u00f6ken"})
    void aTokenThatCanBeNoneIsNotRepeated(String token) {
        try (var publishing = publishing(stub.address())) {
            var failure = assertThrows(PlatformException.class, () -> publishing.signIn(token));
            assertEquals("the token holds characters that no token has", failure.getMessage());
        }
    }

    private void canned(String call, int status, String body) {
        stub.canned.put(call, new StubPlatform.Canned(status, body.replace('\'', '"')));
    }

    private void assertForeign(String words) {
        assertForeign(stub.address(), words);
    }

    private void assertForeign(URI server, String words) {
        try (var publishing = publishing(server)) {
            var failure =
                    assertThrows(
                            PlatformException.class,
                            () -> {
                                publishing.signIn("ann@example.org", "right");
                                publishing.run(plan());
                            });
            String said = String.valueOf(failure.getMessage());
            String start = server.getAuthority() + " did not answer as a Seedhouse server does: ";
            assertTrue(said.startsWith(start), said);
            assertTrue(said.contains(words), said);
            assertTrue(said.endsWith("; check --server"), said);
        }
    }

    private static Publishing publishing(URI server) {
        var watcher =
                new Watcher() {
                    @Override
                    public void begin(String what, long bytes) {}

                    @Override
                    public void advance(long bytes) {}

                    @Override
                    public void waiting(String why, long seconds) {}
                };
        return new Publishing(
                server, watcher, new Patience(List.of(Duration.ofMillis(1)), pause -> {}));
    }

    private Plan plan() {
        var film = new LocalFile(folder.resolve("film.mp4"), Access.SEAL_HERE);
        return new Plan(
                "key",
                "Tide",
                "",
                null,
                List.of(film),
                List.of(),
                null,
                "v1",
                folder.resolve("work"));
    }
}
