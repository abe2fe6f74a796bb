package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Publish;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.sealing.Sealing;
import io.seedhouse.publisher.sealing.Start;
import io.seedhouse.publisher.studio.EditorView.Refusal;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.util.UUID;

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

    @POST
    @Path("texts")
    public Response edit(
            @PathParam("id") UUID id,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("synopsis") @DefaultValue("") String synopsis,
            @FormParam("category") @DefaultValue("") String category) {
        TextsForm form = new TextsForm(title, synopsis, category);
        try {
            bundles.edit(current.require(), id, form.texts());
            return done(id, "about");
        } catch (Invalid e) {
            EditorView view = desk.view(own(id), new Refusal("texts", e.sentence()));
            return page(view.with(form)).as(422);
        }
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
        return new Page("studio/editor.jte", view);
    }

    static Response done(UUID id, String part) {
        return Response.status(303).header("Location", "/studio/" + id + "#" + part).build();
    }

    static Refused unknown() {
        return new Refused(404, "You have no bundle of this address.");
    }
}
