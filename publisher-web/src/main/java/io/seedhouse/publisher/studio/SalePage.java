package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.say;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Refunds;
import io.seedhouse.paygate.api.Refunds.Refund;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.editor.EditorPage;
import io.seedhouse.publisher.order.EvidenceLetter;
import io.seedhouse.publisher.order.WhyNoRefund;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Prices;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order, for the publisher of its bundle: what is known of it, and giving its money back. */
@Path("studio/{id: [0-9a-f-]{36}}/orders/{orderId: [0-9a-f-]{36}}")
@ForPublishers
public class SalePage {
    private static final String ON_ITS_WAY = "on-its-way";
    private static final String DELAYED = "delayed";

    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Orders orders;
    @Inject Refunds refunds;

    @GET
    public Response show(
            @PathParam("id") UUID id,
            @PathParam("orderId") UUID orderId,
            @QueryParam("refund") @DefaultValue("") String refund) {
        return page(view(id, orderId).saying(news(refund)), 200);
    }

    private static @Nullable String news(String refund) {
        return switch (refund) {
            case ON_ITS_WAY -> say("studio.refund.on-its-way");
            case DELAYED -> say("studio.refund.delayed");
            default -> null;
        };
    }

    @GET
    @Path("evidence.txt")
    public Response evidence(@PathParam("id") UUID id, @PathParam("orderId") UUID orderId) {
        return Response.ok(
                        EvidenceLetter.of(own(id).title(), known(id, orderId)),
                        MediaType.TEXT_PLAIN_TYPE.withCharset(UTF_8.name()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"evidence-" + orderId + ".txt\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /**
     * @param amount empty for all that is left
     * @param key of the page with the form
     */
    @POST
    @Path("refunds")
    public Response refund(
            @PathParam("id") UUID id,
            @PathParam("orderId") UUID orderId,
            @FormParam("amount") @DefaultValue("") String amount,
            @FormParam("key") @DefaultValue("") String key) {
        SaleView view = view(id, orderId);
        try {
            String once = Invalid.unlessText("key of the form", key, 1, 100);
            return answer(
                    view, amount, refunds.refund(id, orderId, minor(id, orderId, amount), once));
        } catch (Invalid e) {
            return page(view.refused(amount, e.sentence()), 422);
        }
    }

    private @Nullable Long minor(UUID id, UUID orderId, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        String currency = known(id, orderId).order().amount().currency();
        long amount = Prices.parse(typed, currency).amount();
        if (amount == 0) {
            throw new Invalid("amount", say("studio.refund.zero"));
        }
        return amount;
    }

    private static Response answer(SaleView view, String typed, Refund refund) {
        return WhyNoRefund.of(refund)
                .map(why -> refused(view, typed, why))
                .orElseGet(
                        () -> done(view, refund instanceof Refund.Delayed ? DELAYED : ON_ITS_WAY));
    }

    private static Response refused(SaleView view, String typed, Problem why) {
        return page(view.refused(typed, why.detail()), why.status());
    }

    private static Response done(SaleView view, String what) {
        return Response.status(303)
                .header(
                        "Location",
                        "/studio/%s/orders/%s?refund=%s"
                                .formatted(view.bundleId(), view.orderId(), what))
                .build();
    }

    private SaleView view(UUID id, UUID orderId) {
        return SaleView.of(own(id), known(id, orderId));
    }

    private Bundle own(UUID id) {
        return bundles.find(current.require(), id).orElseThrow(EditorPage::unknown);
    }

    private Evidence known(UUID id, UUID orderId) {
        return orders.evidence(own(id).id(), orderId)
                .orElseThrow(() -> new Refused(404, say("studio.sale.unknown")));
    }

    private static Response page(SaleView view, int status) {
        return Response.fromResponse(new Page("studio/sale.jte", view).as(status))
                .header("Cache-Control", "no-store")
                .build();
    }
}
