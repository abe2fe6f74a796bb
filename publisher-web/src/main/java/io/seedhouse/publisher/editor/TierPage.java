package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.PutTier;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

    /** Whether somebody else saved or removed the tier meanwhile. */
    private boolean changed(UUID id, TierFields sent) {
        return bundles.tiers(id).stream()
                .filter(offer -> offer.tier().equals(sent.name()))
                .noneMatch(offer -> TierForm.seen(offer).equals(sent.seen()));
    }

    private List<String> opens(UUID id, String tier) {
        return bundles.tiers(id).stream()
                .filter(offer -> offer.tier().equals(tier))
                .flatMap(offer -> offer.files().stream())
                .map(PaidFile::name)
                .toList();
    }

    private Response put(UUID publisher, UUID id, TierFields sent) {
        if (!sent.seen().isEmpty() && changed(id, sent)) {
            throw new Invalid("tier", say("editor.tier.conflict"));
        }
        Paid paid = sent.paid();
        List<String> files = sent.seen().isEmpty() ? sent.files() : opens(id, sent.name());
        PutTier answer =
                bundles.putTier(publisher, id, sent.name(), paid.pricing(), paid.tips(), files);
        return switch (answer) {
            case PutTier.Saved s -> EditorPage.done(id, "prices");
            case PutTier.NoSuchBundle n -> throw EditorPage.unknown();
            case PutTier.Refused r -> throw new Invalid("tier", r.sentence());
        };
    }
}
