package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A tus 1.0.0 client that can lose its connection wherever a test wants it to. */
final class Tus {

    private static final Map<String, String> TUS = Map.of("Tus-Resumable", "1.0.0");

    private final Http http;
    private final String token;

    Tus(String token) {
        this.http = Http.bearer(token);
        this.token = token;
    }

    Answer create(String bundle, String name, String access, long length) {
        String metadata =
                "bundle "
                        + base64(bundle)
                        + ",filename "
                        + base64(name)
                        + ",access "
                        + base64(access);
        return http.send(
                "POST",
                "/api/v1/uploads",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        String.valueOf(length),
                        "Upload-Metadata",
                        metadata),
                BodyPublishers.noBody());
    }

    /** Uploads a whole file; the connection breaks at each of the given offsets. */
    URI upload(String bundle, Path file, String access, long... breaks) throws IOException {
        long length = Files.size(file);
        Answer created = create(bundle, file.getFileName().toString(), access, length);
        assertEquals(201, created.status(), created.text());
        URI location = Http.absolute(created.header("Location"));
        for (long offset : breaks) {
            sendAndBreak(location, file, offset(location), offset);
        }
        Answer last = sendRest(location, file);
        assertEquals(204, last.status(), last.text());
        assertEquals(length, offset(location));
        return location;
    }

    /** A request that broke may be noticed only after we asked for the offset: then again. */
    private Answer sendRest(URI location, Path file) {
        return Await.until(
                "the upload takes the rest",
                Duration.ofSeconds(90),
                () -> {
                    try {
                        Answer answer = sendRest(location, file, offset(location));
                        boolean broke = answer.status() == 423 || answer.status() == 409;
                        return broke ? Optional.empty() : Optional.of(answer);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Uploads a whole file in one request, which may be refused. */
    Answer attempt(String bundle, Path file, String access) throws IOException {
        Answer created = create(bundle, file.getFileName().toString(), access, Files.size(file));
        assertEquals(201, created.status(), created.text());
        return sendRest(Http.absolute(created.header("Location")), file, 0);
    }

    /** Gives an upload up. */
    void delete(URI location) {
        Answer answer = http.send("DELETE", location.toString(), TUS, BodyPublishers.noBody());
        assertEquals(204, answer.status(), answer.text());
    }

    /** What the server holds of an upload; it may take a moment to notice that a client is gone. */
    long offset(URI location) {
        return Await.until(
                "the upload is free again",
                Duration.ofSeconds(90),
                () -> {
                    Answer answer = http.head(location.toString(), TUS);
                    if (answer.status() == 423) {
                        return Optional.empty();
                    }
                    assertEquals(200, answer.status());
                    return Optional.of(Long.parseLong(answer.header("Upload-Offset")));
                });
    }

    private Answer sendRest(URI location, Path file, long from) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            return http.send(
                    "PATCH",
                    location.toString(),
                    Map.of(
                            "Tus-Resumable", "1.0.0",
                            "Upload-Offset", String.valueOf(from),
                            "Content-Type", "application/offset+octet-stream"),
                    BodyPublishers.ofInputStream(() -> in));
        }
    }

    /** Promises the whole rest, sends up to {@code until}, and is gone. */
    void sendAndBreak(URI location, Path file, long from, long until) throws IOException {
        assertTrue(from < until, "the break at " + until + " lies behind what is stored already");
        try (var socket = new Socket(location.getHost(), location.getPort());
                InputStream in = Files.newInputStream(file)) {
            String head =
                    """
                    PATCH %s HTTP/1.1
                    Host: %s
                    Authorization: Bearer %s
                    Tus-Resumable: 1.0.0
                    Upload-Offset: %d
                    Content-Type: application/offset+octet-stream
                    Content-Length: %d

                    """
                            .formatted(
                                    location.getPath(),
                                    location.getAuthority(),
                                    token,
                                    from,
                                    Files.size(file) - from);
            socket.getOutputStream()
                    .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            in.skipNBytes(from);
            copy(in, socket, until - from);
        }
    }

    private static void copy(InputStream in, Socket socket, long bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        for (long left = bytes; left > 0; ) {
            int n = in.read(block, 0, (int) Math.min(left, block.length));
            socket.getOutputStream().write(block, 0, n);
            left -= n;
        }
        socket.getOutputStream().flush();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
