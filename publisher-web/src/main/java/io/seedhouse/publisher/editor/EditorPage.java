package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Edit;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Publish;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.sealing.Sealing;
import io.seedhouse.publisher.sealing.Start;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One bundle of the publisher who asks, from its first words to its publication. */
@Path("studio/{id: [0-9a-f-]{36}}")
@ForPublishers
public class EditorPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Sealing sealing;
    @Inject Desk desk;

    @GET
    public Page show(@PathParam("id") UUID id) {
        return page(desk.view(own(id), Refusal.NONE));
    }

    /** Taken by a person's button and by the page itself while they type. */
    @POST
    @Path("texts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        TextsForm sent = sent(form);
        try {
            return switch (bundles.edit(current.require(), id, sent.texts(), sent.revision())) {
                case Edit.Edited e -> done(id, "about");
                case Edit.NoSuchBundle n -> throw unknown();
                case Edit.Conflict c -> conflict(sent, c);
            };
        } catch (Invalid e) {
            EditorView view = desk.view(own(id), new Refusal("texts", e.sentence()));
            return page(view.with(sent, List.of())).as(422);
        }
    }

    /** Both versions are shown, and saving again saves over the one that is shown. */
    private Response conflict(TextsForm mine, Edit.Conflict conflict) {
        TextsForm theirs = TextsForm.of(conflict.bundle());
        EditorView view =
                desk.view(conflict.bundle(), new Refusal("texts", conflict.sentence()))
                        .with(mine.over(theirs), mine.differing(theirs));
        return page(view).as(409);
    }

    private static TextsForm sent(MultivaluedMap<String, String> form) {
        return new TextsForm(
                field(form, "title"),
                field(form, "synopsis"),
                field(form, "category"),
                field(form, "credits"),
                field(form, "languages"),
                revision(field(form, "revision")));
    }

    private static String field(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private static @Nullable Integer revision(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    @POST
    @Path("seal")
    public Response seal(@PathParam("id") UUID id) {
        return switch (sealing.start(current.require(), id, Format.HYBRID)) {
            case Start.Started s -> done(id, "state");
            case Start.NoSuchBundle n -> throw unknown();
            case Start.Refused r -> refused(id, "seal", r.sentence());
        };
    }

    @POST
    @Path("publish")
    public Response publish(
            @PathParam("id") UUID id, @FormParam("premiere") @DefaultValue("") String premiere) {
        try {
            return switch (bundles.publish(current.require(), id, PremiereField.parse(premiere))) {
                case Publish.Published p -> done(id, "state");
                case Publish.Waiting w -> done(id, "state");
                case Publish.Refused r -> refused(id, "publish", r.sentence());
                case Publish.NoSuchBundle n -> throw unknown();
                case Publish.NotSealed n -> refused(id, "publish", n.sentence());
                case Publish.NotSellable n -> refused(id, "publish", n.what().sentence());
            };
        } catch (Invalid e) {
            return refused(id, "publish", e.sentence());
        }
    }

    private Response refused(UUID id, String part, String sentence) {
        return page(desk.view(own(id), new Refusal(part, sentence))).as(422);
    }

    private Bundle own(UUID id) {
        return bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
    }

    static Page page(EditorView view) {
        return new Page("editor/page.jte", view);
    }

    /** Back to a part of the bundle's page. */
    public static Response done(UUID id, String part) {
        return Response.status(303).header("Location", "/studio/" + id + "#" + part).build();
    }

    /** The answer to an address of nothing, or of somebody else's. */
    public static Refused unknown() {
        return new Refused(404, say("editor.unknown"));
    }
}
