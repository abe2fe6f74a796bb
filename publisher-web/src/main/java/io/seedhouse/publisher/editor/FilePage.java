package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import io.seedhouse.publisher.upload.Delete;
import io.seedhouse.publisher.upload.Share;
import io.seedhouse.publisher.upload.Uploads;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Removes a file from a draft, or lets it be free or sold. */
@Path("studio/{id: [0-9a-f-]{36}}/files/{file: [0-9a-f-]{36}}")
@ForPublishers
public class FilePage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Uploads uploads;
    @Inject Desk desk;

    @POST
    @Path("remove")
    public Response remove(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        Bundle bundle = own(id);
        return switch (uploads.delete(bundle.publisherId(), file)) {
            case Delete.Deleted d -> EditorPage.done(id, "files");
            case Delete.NoSuchUpload n -> EditorPage.done(id, "files");
            case Delete.NotADraft n -> refused(bundle, say("editor.files.final"));
            case Delete.Held h -> refused(bundle, say("editor.files.held"));
        };
    }

    /**
     * @param access {@code free}, or anything else for sold
     */
    @POST
    @Path("access")
    public Response share(
            @PathParam("id") UUID id,
            @PathParam("file") UUID file,
            @FormParam("access") @DefaultValue("") String access) {
        Bundle bundle = own(id);
        Access wanted = access.equals("free") ? Access.FREE : Access.PAID;
        return switch (uploads.share(bundle.publisherId(), file, wanted)) {
            case Share.Shared s -> EditorPage.done(id, "files");
            case Share.NoSuchUpload n -> EditorPage.done(id, "files");
            case Share.NotADraft n -> refused(bundle, say("editor.files.final"));
            case Share.Fixed f -> refused(bundle, say("editor.files.sealed"));
            case Share.NoRoom n -> refused(bundle, say("editor.files.no-room"));
        };
    }

    private Bundle own(UUID id) {
        return bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
    }

    private Response refused(Bundle bundle, String sentence) {
        return EditorPage.page(desk.view(bundle, new Refusal("files", sentence))).as(409);
    }
}
