package io.seedhouse.publisher.film;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.UUID;

/** A draft's films and pictures, for their publisher to watch. Nothing in them runs as a page. */
@Path("api/v1/bundles/{id}/files/{fileId}/content")
@RolesAllowed("publisher")
public class ContentResource {
    private static final long STEP = 256 << 10;

    @Inject Content content;
    @Inject CurrentPublisher publisher;

    @GET
    @Needs({Scope.READ, Scope.UPLOAD})
    @Operation(
            summary = "A draft's film, sound or picture as it was uploaded; takes Range",
            description = "To its publisher only, once all of it has arrived and was looked at.")
    public Response show(
            @PathParam("id") UUID id,
            @PathParam("fileId") UUID fileId,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        return content.find(publisher.require(), id, fileId)
                .map(file ->
                        answer(file, tag(file).equals(ifRange) || ifRange == null ? range : null))
                .orElseGet(() -> Problem.notFound("file").response());
    }

    private static Response answer(Content.Shown file, @Nullable String range) {
        Optional<Part> asked = Part.of(range, file.length());
        if (asked.isPresent() && asked.get().isBeyond()) {
            return Problem.of(416, say("film.range"))
                    .with("Content-Range", "bytes */" + file.length())
                    .response();
        }
        Part part = asked.orElseGet(() -> new Part(0, file.length() - 1));
        Response.ResponseBuilder answer =
                Response.status(asked.isPresent() ? 206 : 200)
                        .type(file.type())
                        .header("Content-Length", part.length())
                        .header("Accept-Ranges", "bytes")
                        .header("ETag", tag(file))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header("Cross-Origin-Resource-Policy", "same-origin")
                        .header("Cache-Control", "private, no-store")
                        .entity((StreamingOutput) out -> send(file, part, out));
        if (asked.isPresent()) {
            answer.header(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(part.from(), part.to(), file.length()));
        }
        return answer.build();
    }

    /** Bytes of an id never change. */
    private static String tag(Content.Shown file) {
        return "\"" + file.id() + "\"";
    }

    private static void send(Content.Shown file, Part part, OutputStream out) throws IOException {
        WritableByteChannel target = Channels.newChannel(out);
        try (FileChannel in = FileChannel.open(file.data())) {
            long at = part.from();
            while (at <= part.to()) {
                long sent = in.transferTo(at, Math.min(STEP, part.to() - at + 1), target);
                if (sent <= 0) {
                    return;
                }
                at += sent;
            }
        }
    }
}
