package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.again;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.code.CodesView.Batch;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Where a publisher makes codes, hands them out and revokes them. */
@Path("studio/{id: [0-9a-f-]{36}}/codes")
@ForPublishers
public class CodesPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Codes codes;
    @Inject Making making;

    @GET
    public Page show(@PathParam("id") UUID id) {
        return page(own(id), CodeForm.blank(), null, "", null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        Bundle bundle = own(id);
        CodeForm form = CodeForm.of(fields);
        try {
            make(bundle, form.key(), form.codes(), line -> "");
            return done(id);
        } catch (Invalid e) {
            return page(bundle, form, e.sentence(), "", null).as(422);
        }
    }

    @POST
    @Path("table")
    public Response makeFromTable(
            @PathParam("id") UUID id,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("table") @DefaultValue("") String table) {
        Bundle bundle = own(id);
        try {
            List<CodeTable.Line> lines = CodeTable.read(table);
            List<NewCode> wanted = lines.stream().map(CodeTable.Line::code).toList();
            make(bundle, key, wanted, n -> say("code.line", lines.get(n - 1).line()));
            return done(id);
        } catch (Invalid e) {
            return page(bundle, CodeForm.blank(), null, table, e.sentence()).as(422);
        }
    }

    /** Sent twice it is done once. */
    @POST
    @Path("revoke")
    public Response revoke(
            @PathParam("id") UUID id, @FormParam("code") @DefaultValue("") String code) {
        codes.revoke(own(id).id(), code);
        return done(id);
    }

    private void make(Bundle bundle, String key, List<NewCode> wanted, IntFunction<String> where) {
        String once = key.isBlank() ? null : Invalid.unlessText("key", key, 1, 100);
        switch (making.make(bundle.publisherId(), bundle.id(), once, wanted)) {
            case Make.Done done -> {}
            case Make.NoSuchBundle n -> throw unknown();
            case Make.OtherRequest o -> throw new Invalid("key", say("code.made"));
            case Make.Refused r ->
                    throw new Invalid(
                            "codes",
                            (where.apply(r.line()) + " " + again("paygate", r.sentence())).strip());
        }
    }

    private Page page(
            Bundle bundle,
            CodeForm form,
            @Nullable String refusal,
            String table,
            @Nullable String tableRefusal) {
        List<Batch> batches = CodesView.batches(codes.ofBundle(bundle.id()), Instant.now());
        return new Page(
                "code/codes.jte",
                new CodesView(
                        bundle.id().toString(),
                        bundle.title(),
                        batches.stream().limit(CodesView.BATCHES).toList(),
                        Math.max(0, batches.size() - CodesView.BATCHES),
                        bundles.tiers(bundle.id()).stream().map(Offer::tier).toList(),
                        form,
                        refusal,
                        table,
                        UUID.randomUUID().toString(),
                        tableRefusal));
    }

    private Bundle own(UUID id) {
        return bundles.find(current.require(), id).orElseThrow(CodesPage::unknown);
    }

    private static Response done(UUID id) {
        return Response.status(303).header("Location", "/studio/" + id + "/codes").build();
    }

    private static Refused unknown() {
        return new Refused(404, say("bundle.none"));
    }
}
