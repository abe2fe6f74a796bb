package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Category;
import io.seedhouse.publisher.bundle.Texts;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The studio's first page. A title is enough for a new bundle; its own page asks for the rest. */
@Path("studio")
@ForPublishers
public class BundlesPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Accounts accounts;

    @GET
    public Page show() {
        return page("", null);
    }

    @POST
    public Response create(
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("synopsis") @DefaultValue("") String synopsis,
            @FormParam("category") @DefaultValue("film") String category) {
        try {
            Texts texts = new Texts(title, synopsis, Category.of(category));
            Bundle bundle = bundles.create(current.require(), texts);
            return Response.status(303).header("Location", "/studio/" + bundle.id()).build();
        } catch (Invalid refused) {
            return page(title, refused.sentence()).as(422);
        }
    }

    /** The address that nobody has shown to be theirs yet; null for a proven one. */
    private @Nullable String unconfirmed() {
        return accounts.find(current.require())
                .filter(p -> !p.isConfirmed())
                .map(Publisher::email)
                .orElse(null);
    }

    private Page page(String title, @Nullable String refusal) {
        return new Page(
                "studio/bundles.jte",
                new BundlesView(
                        bundles.ofPublisher(current.require()).stream()
                                .map(b -> BundlesView.Row.of(b, bundles.files(b.id())))
                                .toList(),
                        title,
                        unconfirmed(),
                        refusal));
    }
}
