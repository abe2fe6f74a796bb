package io.seedhouse.publisher.recipient;

import static io.seedhouse.publisher.language.Say.again;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Issues recipients to publishers who seal at home. */
@Path("api/v1/bundles/{id}/recipients")
@Produces(MediaType.APPLICATION_JSON)
public class RecipientResource {
    @Inject Reservations reservations;
    @Inject CurrentPublisher publisher;

    /**
     * @param filename the film's name, which tiers and keyrings use
     * @param upload the name to upload its ciphertext under
     * @param recipient {@code age1...}
     */
    public record Answer(String filename, String upload, String recipient) {}

    @POST
    @Needs(Scope.UPLOAD)
    @RolesAllowed("publisher")
    @Operation(
            summary = "Issues the age recipient to seal a paid file to at home: {filename}",
            description =
                    "Answers {filename, upload, recipient}. Seal the file to the recipient (age -r,"
                            + " seedhouse pack --recipient), further recipients of your own"
                            + " allowed, and upload the ciphertext with access=sealed. A .age at"
                            + " the end of a filename is taken off once, here and there. Asked"
                            + " again for the same file of the same draft, the recipient is the"
                            + " same.")
    public Response issue(@PathParam("id") UUID id, Body body) {
        SealedName name = SealedName.of(body.text("filename"));
        return switch (reservations.issue(publisher.require(), id, name)) {
            case Issue.Issued i ->
                    Response.status(Response.Status.CREATED)
                            .entity(new Answer(i.name().clear(), i.name().sealed(), i.recipient()))
                            .build();
            case Issue.NoSuchBundle n -> Problem.notFound("bundle").response();
            case Issue.NotADraft n ->
                    Problem.of(409, say("bundle.final", say("bundle.status." + n.status().label())))
                            .response();
            case Issue.BadName b -> Problem.of(422, again("packager", b.sentence())).response();
            case Issue.NameTaken t -> Problem.of(409, say("bundle.file.taken", t.by())).response();
            case Issue.TooMany t ->
                    Problem.of(422, say("recipient.too-many", t.bound())).response();
        };
    }
}
