package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.PutTier;
import io.seedhouse.publisher.editor.EditorView.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Takes the table of which tier opens which file. */
@Path("studio/{id: [0-9a-f-]{36}}/grid")
@ForPublishers
public class GridPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Desk desk;

    /**
     * A tier that is not in the table is left alone: somebody else may have added it meanwhile.
     *
     * @param tiers names of the table's columns
     * @param ticks a file's id, a blank and a tier's name, of each that opens it
     */
    @POST
    public Response put(
            @PathParam("id") UUID id,
            @FormParam("tier") List<String> tiers,
            @FormParam("tick") List<String> ticks) {
        UUID publisher = current.require();
        Bundle bundle = bundles.find(publisher, id).orElseThrow(EditorPage::unknown);
        try {
            bundles.tiers(id).stream()
                    .filter(offer -> tiers.contains(offer.tier()))
                    .forEach(offer -> put(bundle, offer, ticks));
            return EditorPage.done(id, "prices");
        } catch (Invalid e) {
            return EditorPage.page(desk.view(bundle, new Refusal("grid", e.sentence()))).as(422);
        }
    }

    private void put(Bundle bundle, Offer offer, List<String> ticks) {
        List<String> opens =
                bundles.files(bundle.id()).stream()
                        .filter(f -> ticks.contains(f.id() + " " + offer.tier()))
                        .map(BundleFile::name)
                        .toList();
        if (opens.equals(offer.files().stream().map(PaidFile::name).toList())) {
            return;
        }
        if (opens.isEmpty()) {
            throw new Invalid("tick", say("editor.grid.empty", offer.tier()));
        }
        PutTier answer =
                bundles.putTier(
                        bundle.publisherId(),
                        bundle.id(),
                        offer.tier(),
                        offer.pricing(),
                        offer.tips(),
                        opens);
        if (answer instanceof PutTier.Refused refused) {
            throw new Invalid("tick", refused.sentence());
        }
    }
}
