package io.seedhouse.publisher.contact;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.csv.CsvAnswer;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The addresses that were left for a bundle, for its publisher. */
@Path("api/v1/bundles/{id}/contacts")
@Produces({MediaType.APPLICATION_JSON, CsvAnswer.TYPE})
@Needs(Scope.SALES)
public class ContactsResource {
    @Inject Contacts contacts;
    @Inject Bundles bundles;
    @Inject CurrentPublisher publisher;

    public record Items(List<Contact> items) {}

    @GET
    @RolesAllowed("publisher")
    @Operation(
            summary = "All addresses left for a free tier, as JSON or, for ?format=csv, as a table",
            description = "Also those that have left, with the time: nothing may be sent to them.")
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return bundles.find(publisher.require(), id)
                .map(bundle -> list(bundle, format, headers))
                .orElseGet(() -> Problem.notFound("bundle").response());
    }

    private Response list(Bundle bundle, @Nullable String format, HttpHeaders headers) {
        List<Contact> all = contacts.ofBundle(bundle.id());
        return CsvAnswer.isWanted(format, headers)
                ? CsvAnswer.of(bundle.slug() + "-contacts.csv", format, ContactTable.write(all))
                : Response.ok(new Items(all), MediaType.APPLICATION_JSON_TYPE)
                        .header("Cache-Control", "no-store")
                        .build();
    }
}
