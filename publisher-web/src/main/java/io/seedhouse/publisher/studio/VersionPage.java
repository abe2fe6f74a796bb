package io.seedhouse.publisher.studio;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.NewVersion;
import io.seedhouse.publisher.bundle.Versions;
import io.seedhouse.publisher.editor.EditorPage;
import io.seedhouse.publisher.page.Page;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.util.UUID;

/** Where a publisher has a bundle sealed anew after a leak; it says first what will happen. */
@Path("studio/{id: [0-9a-f-]{36}}/version")
@ForPublishers
public class VersionPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Versions versions;
    @Inject Orders orders;

    @GET
    public Response ask(@PathParam("id") UUID id) {
        Bundle bundle = bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
        if (bundle.published() == null) {
            return EditorPage.done(id, "state");
        }
        return versions.next(id)
                .map(next -> EditorPage.done(next.id(), "state"))
                .orElseGet(() -> page(bundle).as(200));
    }

    @POST
    public Response begin(@PathParam("id") UUID id) {
        return switch (versions.begin(current.require(), id)) {
            case NewVersion.Begun b -> EditorPage.done(b.draft().id(), "state");
            case NewVersion.Known k -> EditorPage.done(k.bundle().id(), "state");
            case NewVersion.OtherKeys o -> EditorPage.done(o.bundle().id(), "state");
            case NewVersion.NoSuchBundle n -> throw EditorPage.unknown();
            case NewVersion.NeverPublished n -> EditorPage.done(id, "state");
        };
    }

    private Page page(Bundle bundle) {
        long paid =
                orders.ofBundle(bundle.id()).stream()
                        .filter(order -> order.status() == Orders.Status.PAID)
                        .count();
        return new Page(
                "studio/version.jte",
                new VersionView(bundle.id().toString(), bundle.title(), paid));
    }
}
