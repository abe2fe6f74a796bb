package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The studio's first page. */
@Path("studio")
@ForPublishers
public class BundlesPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Accounts accounts;

    @GET
    public Page show() {
        return page(TextsForm.EMPTY, null);
    }

    @POST
    public Response create(
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("synopsis") @DefaultValue("") String synopsis,
            @FormParam("category") @DefaultValue("film") String category) {
        TextsForm form = new TextsForm(title, synopsis, category);
        try {
            Bundle bundle = bundles.create(current.require(), form.texts());
            return Response.status(303).header("Location", "/studio/" + bundle.id()).build();
        } catch (Invalid refused) {
            return page(form, refused.sentence()).as(422);
        }
    }

    /** The address that nobody has shown to be theirs yet; null for a proven one. */
    private @Nullable String unconfirmed() {
        return accounts.find(current.require())
                .filter(p -> !p.isConfirmed())
                .map(Publisher::email)
                .orElse(null);
    }

    private Page page(TextsForm form, @Nullable String refusal) {
        return new Page(
                "studio/bundles.jte",
                new BundlesView(
                        bundles.ofPublisher(current.require()).stream()
                                .map(BundlesView.Row::of)
                                .toList(),
                        form,
                        unconfirmed(),
                        refusal));
    }
}
