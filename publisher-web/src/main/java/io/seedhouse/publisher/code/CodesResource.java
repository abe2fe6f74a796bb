package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.again;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.csv.CsvAnswer;
import io.seedhouse.publisher.csv.CsvBody;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The discount codes of a bundle, for its publisher. */
@Path("api/v1/bundles/{id}/codes")
@Produces({MediaType.APPLICATION_JSON, CsvAnswer.TYPE})
@Needs(Scope.PUBLISH)
public class CodesResource {
    private static final String KEY = "Idempotency-Key";

    @Inject Making making;
    @Inject Codes codes;
    @Inject Bundles bundles;
    @Inject CurrentPublisher publisher;

    @POST
    @RolesAllowed("publisher")
    @Operation(
            summary = "Makes discount codes: {batch, discount, count?, recipients?, codes?, ...}",
            description =
                    "discount is {percent}, {amount: money} or {full: true}. One random code, or"
                            + " count of them, or one for each of recipients, or those in codes."
                            + " uses?, from?, until? and tier? hold for each. Repeated with the"
                            + " same Idempotency-Key it answers the codes that it made first.")
    public Response make(
            @PathParam("id") UUID id, @HeaderParam(KEY) @Nullable String key, Body body) {
        List<NewCode> wanted = CodesBody.read(body);
        return make(id, key, wanted, line -> wanted.size() > 1 ? say("code.nth", line) : "");
    }

    @POST
    @Consumes(CsvAnswer.TYPE)
    @RolesAllowed("publisher")
    @Operation(
            summary = "Makes discount codes from a table in CSV, all or none",
            description =
                    "Columns: code, batch, recipient, discount (50%, 2.50 usd or full), uses, from,"
                            + " until, tier. UTF-8, at most 1 MiB and 10000 codes.")
    public Response makeFromTable(
            @PathParam("id") UUID id, @HeaderParam(KEY) @Nullable String key, InputStream table)
            throws IOException {
        List<CodeTable.Line> lines = CodeTable.read(CsvBody.text(table));
        List<NewCode> wanted = lines.stream().map(CodeTable.Line::code).toList();
        return make(id, key, wanted, n -> say("code.line", lines.get(n - 1).line()));
    }

    private Response make(
            UUID id, @Nullable String header, List<NewCode> wanted, IntFunction<String> where) {
        String key = header == null ? null : Invalid.unlessText(KEY, header, 1, 100);
        return switch (making.make(publisher.require(), id, key, wanted)) {
            case Make.Done done ->
                    Response.status(Response.Status.CREATED)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(CodeView.Items.of(done.codes()))
                            .build();
            case Make.NoSuchBundle n -> Problem.notFound("bundle").response();
            case Make.OtherRequest o -> Problem.of(422, o.sentence()).response();
            case Make.Refused r ->
                    Problem.of(
                                    422,
                                    (where.apply(r.line()) + " " + again("paygate", r.sentence()))
                                            .strip())
                            .response();
        };
    }

    @GET
    @RolesAllowed("publisher")
    @Operation(summary = "All codes, newest first: as JSON or, for ?format=csv, as a table")
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return bundles.find(publisher.require(), id)
                .map(bundle -> list(bundle, format, headers))
                .orElseGet(() -> Problem.notFound("bundle").response());
    }

    private Response list(Bundle bundle, @Nullable String format, HttpHeaders headers) {
        List<Codes.Code> all = codes.ofBundle(bundle.id());
        return CsvAnswer.isWanted(format, headers)
                ? CsvAnswer.of(bundle.slug() + "-codes.csv", format, CodeTable.write(all))
                : Response.ok(CodeView.Items.of(all), MediaType.APPLICATION_JSON_TYPE)
                        .header("Cache-Control", "no-store")
                        .build();
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed("publisher")
    @Operation(summary = "Revokes a code: no checkout begun from now on can use it")
    public Response revoke(@PathParam("id") UUID id, @PathParam("code") String code) {
        boolean mine = bundles.find(publisher.require(), id).isPresent();
        return mine && codes.revoke(id, code)
                ? Response.noContent().build()
                : Problem.notFound("code").response();
    }
}
