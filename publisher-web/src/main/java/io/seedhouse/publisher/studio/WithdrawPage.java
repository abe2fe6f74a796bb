package io.seedhouse.publisher.studio;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Withdraw;
import io.seedhouse.publisher.bundle.Withdrawal;
import io.seedhouse.publisher.editor.EditorPage;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a publisher takes a bundle back. A page of its own stands in between, which says what will
 * happen: nobody should do this by a slip of the finger.
 */
@Path("studio/{id: [0-9a-f-]{36}}/withdraw")
@ForPublishers
public class WithdrawPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Orders orders;

    @GET
    public Response ask(@PathParam("id") UUID id) {
        Bundle bundle = own(id);
        Withdrawal gone = bundle.withdrawal();
        return bundle.status().isSealed()
                ? page(bundle, gone == null ? "" : gone.reason(), null).as(200)
                : EditorPage.done(id, "state");
    }

    @POST
    public Response withdraw(
            @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            return switch (bundles.withdraw(current.require(), id, reason)) {
                case Withdraw.Withdrawn w -> EditorPage.done(id, "state");
                case Withdraw.NoSuchBundle n -> throw EditorPage.unknown();
                case Withdraw.NotSealed n -> EditorPage.done(id, "state");
            };
        } catch (Invalid e) {
            return page(own(id), reason, e.sentence()).as(422);
        }
    }

    private Page page(Bundle bundle, String reason, @Nullable String refusal) {
        long paid =
                orders.ofBundle(bundle.id()).stream()
                        .filter(order -> order.status() == Orders.Status.PAID)
                        .count();
        return new Page(
                "studio/withdraw.jte",
                new WithdrawView(
                        bundle.id().toString(),
                        bundle.title(),
                        bundle.withdrawal() != null,
                        paid,
                        reason,
                        refusal));
    }

    private Bundle own(UUID id) {
        return bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
    }
}
