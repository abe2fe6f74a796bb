package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Bundles of the publisher who asks; a published one is shown to anybody. */
@Path("api/v1/bundles")
@Produces(MediaType.APPLICATION_JSON)
public class BundleResource {
    private static final String KEY = "Idempotency-Key";
    private static final Texts NOTHING = new Texts("-", "", Category.OTHER);

    @Inject Bundles bundles;
    @Inject BundleViews views;
    @Inject CurrentPublisher publisher;

    @POST
    @Needs(Scope.UPLOAD)
    @RolesAllowed("publisher")
    @Operation(
            summary = "Creates a draft: {title, synopsis, category, credits?, languages?}",
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
    @Needs({Scope.READ, Scope.UPLOAD, Scope.PUBLISH})
    @Path("{id}")
    @Operation(
            summary = "One bundle: its publisher sees it in any state, others once published",
            description = "One that was withdrawn is 410 to others, with its publisher's reason.")
    public Response show(@PathParam("id") UUID id) {
        return publisher
                .id()
                .flatMap(p -> bundles.find(p, id))
                .or(() -> bundles.published(id))
                .map(this::shown)
                .orElseGet(() -> absent(id));
    }

    private Response absent(UUID id) {
        return bundles.everPublished(id)
                .map(Bundle::withdrawal)
                .map(gone -> Problem.of(410, say("bundle.withdrawn", gone.reason())))
                .orElseGet(() -> Problem.notFound("bundle"))
                .response();
    }

    @PUT
    @Needs(Scope.UPLOAD)
    @Path("{id}")
    @RolesAllowed("publisher")
    @Operation(
            summary =
                    "Changes the texts, at any time: {title, synopsis, category, credits?, languages?}",
            description =
                    "The credits are lines such as \"Direction: Ann Ree\", the languages tags such"
                            + " as es; left out, they stay. With If-Match and the ETag of an earlier"
                            + " answer, it is 412 when somebody else changed the texts meanwhile.")
    public Response edit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String match, Body body) {
        Bundle old = bundles.find(publisher.require(), id).orElse(null);
        if (old == null) {
            return unknown();
        }
        return switch (bundles.edit(
                publisher.require(), id, texts(body, old.texts()), Revision.of(match))) {
            case Edit.Edited e -> shown(e.bundle());
            case Edit.NoSuchBundle n -> unknown();
            case Edit.Conflict c ->
                    Problem.of(412, c.sentence()).with("ETag", Revision.tag(c.bundle())).response();
        };
    }

    private Response shown(Bundle bundle) {
        return Response.ok(views.of(bundle)).header("ETag", Revision.tag(bundle)).build();
    }

    @PUT
    @Needs(Scope.PUBLISH)
    @Path("{id}/tiers/{name}")
    @RolesAllowed("publisher")
    @Operation(
            summary = "Creates or changes a tier: {price: {amount, currency}, files: [names]}",
            description =
                    "In place of price one of: prices: [money, one per currency]; payWhatYouWant:"
                            + " [{minimum: money, suggested?: money}]; forEmail: {consent,"
                            + " currency?}. With tips: true a buyer may add to it.")
    public Response putTier(@PathParam("id") UUID id, @PathParam("name") String name, Body body) {
        return switch (bundles.putTier(
                publisher.require(),
                id,
                name,
                PricingBody.read(body),
                body.flag("tips"),
                body.texts("files"))) {
            case PutTier.Saved s -> Response.ok(TierView.of(s.offer())).build();
            case PutTier.NoSuchBundle n -> unknown();
            case PutTier.Refused r -> Problem.of(422, r.sentence()).response();
        };
    }

    @DELETE
    @Needs(Scope.PUBLISH)
    @Path("{id}/tiers/{name}")
    @RolesAllowed("publisher")
    @Operation(
            summary = "Takes a tier off sale",
            description =
                    "Orders already begun can still be paid, and keys that were sold stay good."
                            + " Putting a tier of this name brings it back.")
    public Response removeTier(@PathParam("id") UUID id, @PathParam("name") String name) {
        return bundles.removeTier(publisher.require(), id, name)
                ? Response.noContent().build()
                : Problem.notFound("tier").response();
    }

    @POST
    @Needs(Scope.PUBLISH)
    @Path("{id}/publish")
    @RolesAllowed("publisher")
    @Operation(
            summary =
                    "Puts a sealed bundle on sale: {teaser?, preload?, premiere?, extras?}; may be"
                            + " repeated",
            description =
                    "With a teaser that is still to come it answers 200 with the status sealed, and"
                            + " the bundle is published then. A moment that is not named stays as"
                            + " it was planned; where nothing was planned and no premiere is named,"
                            + " keyrings open at once. null takes a moment away. 422 with a"
                            + " sentence for moments that are out of order or would close what is"
                            + " open.")
    public Response publish(@PathParam("id") UUID id, Body body) {
        return switch (bundles.publishAs(publisher.require(), id, Replan.of(body))) {
            case Publish.Published p -> Response.ok(views.of(p.bundle())).build();
            case Publish.Waiting w -> Response.ok(views.of(w.bundle())).build();
            case Publish.Refused r -> Problem.of(422, r.sentence()).response();
            case Publish.NoSuchBundle n -> unknown();
            case Publish.NotSealed n -> Problem.of(409, n.sentence()).response();
            case Publish.NotSellable n -> Problem.of(409, n.what().sentence()).response();
        };
    }

    @POST
    @Needs(Scope.PUBLISH)
    @Path("{id}/withdraw")
    @RolesAllowed("publisher")
    @Operation(
            summary = "Takes a sealed or published bundle back: {reason}; may be repeated",
            description =
                    "Tracker, web seed and page answer with the reason from then on, and nothing"
                            + " of it is sold. Keys that were sold stay good. Publishing it again"
                            + " undoes it.")
    public Response withdraw(@PathParam("id") UUID id, Body body) {
        return switch (bundles.withdraw(publisher.require(), id, body.text("reason"))) {
            case Withdraw.Withdrawn w -> Response.ok(views.of(w.bundle())).build();
            case Withdraw.NoSuchBundle n -> unknown();
            case Withdraw.NotSealed n -> Problem.of(409, n.sentence()).response();
        };
    }

    private static Texts texts(Body body) {
        return texts(body, NOTHING);
    }

    /**
     * @param old has the credits and languages, where they are left out
     */
    private static Texts texts(Body body, Texts old) {
        return new Texts(
                body.text("title"),
                body.optionalText("synopsis").orElse(""),
                body.optionalText("category").map(Category::of).orElse(Category.OTHER),
                body.optionalText("credits").orElse(old.credits()),
                body.has("languages") ? new Languages(body.texts("languages")) : old.languages());
    }

    private static Response unknown() {
        return Problem.notFound("bundle").response();
    }
}
