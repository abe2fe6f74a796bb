package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.PutTier;
import io.seedhouse.publisher.studio.EditorView.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Takes the tier forms of a bundle's page. */
@Path("studio/{id: [0-9a-f-]{36}}/tiers")
@ForPublishers
public class TierPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Desk desk;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        UUID publisher = current.require();
        Bundle bundle = bundles.find(publisher, id).orElseThrow(EditorPage::unknown);
        TierFields sent = TierFields.of(form);
        try {
            return put(publisher, id, sent);
        } catch (Invalid e) {
            EditorView view = desk.view(bundle, new Refusal(sent.key(), e.sentence()));
            return EditorPage.page(view.with(sent.key(), tier -> tier.retyped(sent))).as(422);
        }
    }

    private Response put(UUID publisher, UUID id, TierFields sent) {
        Paid paid = sent.paid();
        PutTier answer =
                bundles.putTier(
                        publisher, id, sent.name(), paid.pricing(), paid.tips(), sent.files());
        return switch (answer) {
            case PutTier.Saved s -> EditorPage.done(id, "prices");
            case PutTier.NoSuchBundle n -> throw EditorPage.unknown();
            case PutTier.Refused r -> throw new Invalid("tier", r.sentence());
        };
    }
}
