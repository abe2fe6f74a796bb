package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The verbs of tus 1.0.0. Every upload answers to its publisher only. */
@Path("api/v1/uploads")
@Needs(Scope.UPLOAD)
public class UploadResource {
    /** An HTTP date has two digits for the day, unlike Java's own constant. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    @Inject Uploads uploads;
    @Inject CurrentPublisher publisher;
    @Inject Site site;
    @Context UriInfo uri;

    @OPTIONS
    @PermitAll
    @Operation(summary = "What this tus server can do")
    public Response options() {
        return Response.noContent()
                .header("Tus-Version", TusHeaders.VERSION)
                .header("Tus-Extension", "creation,termination,expiration")
                .header("Tus-Max-Size", uploads.longest())
                .build();
    }

    @POST
    @RolesAllowed("publisher")
    @Operation(
            summary = "Begins an upload (tus creation); metadata: bundle, filename, access",
            description =
                    "The access is paid, free, or sealed for a file encrypted at home to the"
                            + " recipient issued for it, whose last bytes are answered 422 when"
                            + " buyers could not open it.")
    public Response create(
            @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata) {
        try {
            UploadMetadata about = UploadMetadata.parse(metadata);
            Create answer =
                    uploads.create(
                            publisher.require(),
                            about.bundle(),
                            about.filename(),
                            about.access(),
                            TusNumber.parse("Upload-Length", length));
            return answer(answer);
        } catch (TusNumber.Malformed | UploadMetadata.Malformed e) {
            return Problem.of(400, String.valueOf(e.getMessage())).response();
        }
    }

    private Response answer(Create answer) {
        return switch (answer) {
            case Create.Created c -> created(c.file());
            case Create.Resumed r -> created(r.file());
            default -> Refusals.of(answer).response();
        };
    }

    private Response created(BundleFile file) {
        Upload upload = uploads.find(publisher.require(), file.id()).orElseThrow();
        return Response.status(Response.Status.CREATED)
                .header("Location", site.url(uri, "/api/v1/uploads/" + file.id()))
                .header("Upload-Offset", upload.offset())
                .header("Upload-Expires", HTTP_DATE.format(upload.expires()))
                .build();
    }

    @HEAD
    @Path("{id}")
    @RolesAllowed("publisher")
    @Operation(summary = "Says how many bytes have arrived, as Upload-Offset")
    public Response head(@PathParam("id") UUID id) {
        if (uploads.isHeld(id) && uploads.find(publisher.require(), id).isPresent()) {
            return Refusals.held().response();
        }
        return uploads.examined(publisher.require(), id)
                .map(UploadResource::state)
                .orElseGet(UploadResource::unknown);
    }

    private static Response state(Upload upload) {
        if (upload.file().problem() != null) {
            return Refusals.refused(upload.file().problem()).response();
        }
        Response.ResponseBuilder builder =
                Response.ok()
                        .header("Upload-Offset", upload.offset())
                        .header("Upload-Length", upload.file().length())
                        .header("Upload-Metadata", UploadMetadata.of(upload.file()))
                        .header("Cache-Control", "no-store");
        return expiring(builder, upload).build();
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("publisher")
    @Consumes("application/offset+octet-stream")
    @Operation(summary = "Adds bytes at Upload-Offset")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam("Upload-Offset") @Nullable String offset,
            InputStream in) {
        try {
            long at = TusNumber.parse("Upload-Offset", offset);
            return switch (uploads.append(publisher.require(), id, at, in)) {
                case Append.Appended a ->
                        expiring(Response.noContent(), a.upload())
                                .header("Upload-Offset", a.upload().offset())
                                .build();
                case Append.NoSuchUpload n -> unknown();
                case Append refused -> Refusals.of(refused).response();
            };
        } catch (TusNumber.Malformed e) {
            return Problem.of(400, String.valueOf(e.getMessage())).response();
        }
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("publisher")
    @Operation(summary = "Drops an upload (tus termination)")
    public Response delete(@PathParam("id") UUID id) {
        return switch (uploads.delete(publisher.require(), id)) {
            case Delete.Deleted d -> Response.noContent().build();
            case Delete.NoSuchUpload n -> unknown();
            case Delete.NotADraft n -> Refusals.notADraft(n.status()).response();
            case Delete.Held h -> Refusals.held().response();
        };
    }

    private static Response.ResponseBuilder expiring(
            Response.ResponseBuilder builder, Upload upload) {
        return upload.finished()
                ? builder
                : builder.header("Upload-Expires", HTTP_DATE.format(upload.expires()));
    }

    private static Response unknown() {
        return Problem.notFound("upload").response();
    }
}
