package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Bundles of the publisher who asks; a published one is shown to anybody. */
@Path("api/v1/bundles")
@Produces(MediaType.APPLICATION_JSON)
public class BundleResource {
    private static final String KEY = "Idempotency-Key";

    @Inject Bundles bundles;
    @Inject BundleViews views;
    @Inject CurrentPublisher publisher;

    @POST
    @RolesAllowed("publisher")
    @Operation(
            summary = "Creates a draft: {title, synopsis, category}",
            description =
                    "Repeated with the same Idempotency-Key (1 to 100 characters of the"
                            + " publisher's choice) it answers the bundle that it made first.")
    public Response create(@HeaderParam(KEY) @Nullable String header, Body body) {
        String key = header == null ? null : Invalid.unlessText(KEY, header, 1, 100);
        Bundle bundle = create(key, texts(body));
        return Response.status(Response.Status.CREATED).entity(views.of(bundle)).build();
    }

    private Bundle create(@Nullable String key, Texts texts) {
        try {
            return bundles.create(publisher.require(), key, texts);
        } catch (PersistenceException lostTheRace) {
            return bundles.create(publisher.require(), key, texts);
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One bundle: its publisher sees it in any state, others once published")
    public Response show(@PathParam("id") UUID id) {
        return publisher
                .id()
                .flatMap(p -> bundles.find(p, id))
                .or(() -> bundles.published(id))
                .map(b -> Response.ok(views.of(b)).build())
                .orElseGet(BundleResource::unknown);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("publisher")
    @Operation(summary = "Changes the texts, at any time: {title, synopsis, category}")
    public Response edit(@PathParam("id") UUID id, Body body) {
        return bundles.edit(publisher.require(), id, texts(body))
                .map(b -> Response.ok(views.of(b)).build())
                .orElseGet(BundleResource::unknown);
    }

    @PUT
    @Path("{id}/tiers/{name}")
    @RolesAllowed("publisher")
    @Operation(summary = "Creates or changes a tier: {price: {amount, currency}, files: [names]}")
    public Response putTier(@PathParam("id") UUID id, @PathParam("name") String name, Body body) {
        return switch (bundles.putTier(
                publisher.require(), id, name, price(body), body.texts("files"))) {
            case PutTier.Saved s -> Response.ok(BundleView.Tier.of(s.offer())).build();
            case PutTier.NoSuchBundle n -> unknown();
            case PutTier.Refused r -> Problem.of(422, r.sentence()).response();
        };
    }

    @POST
    @Path("{id}/publish")
    @RolesAllowed("publisher")
    @Operation(summary = "Puts a sealed bundle on sale: {premiere?}; may be repeated")
    public Response publish(@PathParam("id") UUID id, Body body) {
        return switch (bundles.publish(
                publisher.require(), id, body.time("premiere").orElse(null))) {
            case Publish.Published p -> Response.ok(views.of(p.bundle())).build();
            case Publish.NoSuchBundle n -> unknown();
            case Publish.NotSealed n -> Problem.of(409, n.sentence()).response();
            case Publish.NotSellable n -> Problem.of(409, n.what().sentence()).response();
        };
    }

    private static Texts texts(Body body) {
        return new Texts(
                body.text("title"),
                body.optionalText("synopsis").orElse(""),
                body.optionalText("category").map(Category::of).orElse(Category.OTHER));
    }

    private static Money price(Body body) {
        Body price = body.object("price");
        return Price.of(price.number("amount"), price.text("currency"));
    }

    private static Response unknown() {
        return Problem.notFound("bundle").response();
    }
}
