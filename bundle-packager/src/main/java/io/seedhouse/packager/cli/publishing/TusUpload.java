package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One upload by tus 1.0.0 (https://tus.io/protocols/resumable-upload), which goes on from the
 * server's offset after every failure. It is sent in parts, so that the server stores it for good
 * now and then and no call lasts for ever.
 */
final class TusUpload {
    private static final long PART = 32L << 20;
    private static final Map<String, String> TUS = Map.of("Tus-Resumable", "1.0.0");

    private final Connection connection;
    private final Patience patience;
    private final Watcher watcher;
    private final Path file;
    private final long length;
    private long reported;

    TusUpload(Connection connection, Patience patience, Watcher watcher, Path file)
            throws IOException {
        this.connection = connection;
        this.patience = patience;
        this.watcher = watcher;
        this.file = file;
        this.length = Files.size(file);
    }

    /** Begins the upload, or finds it unfinished; answers its address, as a path. */
    String begin(String bundle, String name, String access)
            throws PlatformException, InterruptedException {
        String metadata =
                "bundle %s,filename %s,access %s"
                        .formatted(base64(bundle), base64(name), base64(access));
        Map<String, String> headers =
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Long.toString(length),
                        "Upload-Metadata",
                        metadata);
        return connection.call("POST", "/api/v1/uploads", headers).orRefused().location();
    }

    /** Drops what the server has of an upload, if it has any. */
    static void drop(Connection connection, String upload)
            throws PlatformException, InterruptedException {
        Reply reply = connection.call("DELETE", upload, TUS);
        if (reply.status() != 404) {
            reply.orRefused();
        }
    }

    /** Bytes to send in all. */
    long length() {
        return length;
    }

    private long offset(String upload) throws PlatformException, InterruptedException {
        Reply reply = connection.call("HEAD", upload, TUS).orRefused();
        return reply.bytes("Upload-Offset", length);
    }

    /** Sends all that the server does not have yet. */
    void send(String upload) throws IOException, InterruptedException {
        long at = offset(upload);
        int failures = 0;
        while (at < length) {
            report(at);
            PlatformException trouble = sendPart(upload, at);
            if (trouble != null) {
                patience.pause(++failures, trouble, watcher);
            }
            long before = at;
            at = offset(upload);
            if (at > before) {
                failures = 0;
            } else if (trouble == null) {
                patience.pause(++failures, keepsNothing(upload), watcher);
            }
        }
        report(length);
    }

    private PlatformException keepsNothing(String upload) {
        return connection.foreign("it accepts the bytes for %s and keeps none".formatted(upload));
    }

    /**
     * One attempt at the next part.
     *
     * @return what to wait for before the next; null when this one succeeded
     */
    private @Nullable PlatformException sendPart(String upload, long at)
            throws IOException, InterruptedException {
        Reply reply;
        try {
            reply = patch(upload, at);
        } catch (IOException e) {
            IOException local = FilePart.fault(e);
            if (local != null) {
                throw local;
            }
            return connection.unreachable(e);
        }
        if (reply.status() == 204) {
            return null;
        }
        boolean elsewhere = reply.status() == 409; // the server has another offset
        if (reply.isPassing() || elsewhere) {
            return reply.refusal();
        }
        throw reply.refusal();
    }

    private Reply patch(String upload, long at) throws IOException, InterruptedException {
        long count = Math.min(PART, length - at);
        Map<String, String> headers =
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        Long.toString(at),
                        "Content-Type",
                        "application/offset+octet-stream");
        BodyPublisher body =
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(
                                () -> FilePart.open(file, at, count, this::report)),
                        count);
        return connection.once("PATCH", upload, headers, body);
    }

    /** What is sent twice is told once. */
    private synchronized void report(long position) {
        if (position > reported) {
            watcher.advance(position - reported);
            reported = position;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
