package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.editor.EditorPage;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where a publisher takes a tier off sale; a page in between says what will happen. */
@Path("studio/{id: [0-9a-f-]{36}}/tiers/remove")
@ForPublishers
public class TierRemovalPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Orders orders;

    @GET
    public Page ask(@PathParam("id") UUID id, @QueryParam("name") @DefaultValue("") String name) {
        Bundle bundle = own(id);
        if (bundles.tiers(id).stream().noneMatch(tier -> tier.tier().equals(name))) {
            throw unknown();
        }
        long paid =
                orders.ofBundle(id).stream()
                        .filter(order -> order.tier().equals(name))
                        .filter(order -> order.status() == Orders.Status.PAID)
                        .count();
        return new Page(
                "studio/remove-tier.jte",
                new TierRemovalView(id.toString(), bundle.title(), name, paid));
    }

    /** Sent twice it is done once. */
    @POST
    public Response remove(
            @PathParam("id") UUID id, @FormParam("name") @DefaultValue("") String name) {
        bundles.removeTier(own(id).publisherId(), id, name);
        return EditorPage.done(id, "prices");
    }

    private Bundle own(UUID id) {
        return bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
    }

    private static Refused unknown() {
        return new Refused(404, say("studio.remove-tier.unknown"));
    }
}
