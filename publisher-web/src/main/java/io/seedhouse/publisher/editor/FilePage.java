package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import io.seedhouse.publisher.upload.Delete;
import io.seedhouse.publisher.upload.Uploads;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Removes a file from a draft. */
@Path("studio/{id: [0-9a-f-]{36}}/files/{file: [0-9a-f-]{36}}/remove")
@ForPublishers
public class FilePage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Uploads uploads;
    @Inject Desk desk;

    @POST
    public Response remove(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        Bundle bundle = bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
        return switch (uploads.delete(bundle.publisherId(), file)) {
            case Delete.Deleted d -> EditorPage.done(id, "files");
            case Delete.NoSuchUpload n -> EditorPage.done(id, "files");
            case Delete.NotADraft n -> refused(bundle, say("editor.files.fixed"));
            case Delete.Held h -> refused(bundle, say("editor.files.held"));
        };
    }

    private Response refused(Bundle bundle, String sentence) {
        return EditorPage.page(desk.view(bundle, new Refusal("files", sentence))).as(409);
    }
}
