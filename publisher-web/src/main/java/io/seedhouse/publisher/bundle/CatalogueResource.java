package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Site;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The public catalogue. */
@Path("api/v1/bundles")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CatalogueResource {
    @Inject Bundles bundles;
    @Inject Site site;

    /**
     * @param next the value of {@code after} that continues; null at the end
     */
    public record Part(List<Item> items, @Nullable String next) {}

    public record Item(
            UUID id,
            String slug,
            String title,
            String synopsis,
            String category,
            String url,
            @Nullable Instant published) {}

    @GET
    @Operation(summary = "Published bundles, newest first, at most limit (50, up to 100) a time")
    public Part search(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        Shelf shelf = bundles.catalogue(q, after, limit(limit));
        return new Part(shelf.items().stream().map(this::item).toList(), shelf.next());
    }

    /** Beyond 1 to 100 the nearer of the two counts. */
    static int limit(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Invalid("limit", say("bundle.limit"));
        }
    }

    private Item item(Bundle b) {
        return new Item(
                b.id(),
                b.slug(),
                b.title(),
                b.synopsis(),
                b.category().label(),
                site.url("/b/" + b.slug()),
                b.published());
    }
}
