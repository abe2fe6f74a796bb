package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.PutTier;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.studio.EditorView.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
    public Response put(
            @PathParam("id") UUID id,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("price") @DefaultValue("") String price,
            @FormParam("currency") @DefaultValue("") String currency,
            @FormParam("file") List<String> files) {
        UUID publisher = current.require();
        Bundle bundle = bundles.find(publisher, id).orElseThrow(EditorPage::unknown);
        try {
            PutTier answer =
                    bundles.putTier(publisher, id, name, Prices.parse(price, currency), files);
            return switch (answer) {
                case PutTier.Saved s -> EditorPage.done(id, "prices");
                case PutTier.NoSuchBundle n -> throw EditorPage.unknown();
                case PutTier.Refused r -> throw new Invalid("tier", r.sentence());
            };
        } catch (Invalid e) {
            EditorView view = desk.view(bundle, new Refusal(key, e.sentence()));
            return EditorPage.page(view.with(key, t -> t.retyped(price, currency, files, name)))
                    .as(422);
        }
    }
}
