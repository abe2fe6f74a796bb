package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.page.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order with everything that is known about it.
 *
 * @param facts name and value, in the order to show them
 * @param refund null when there is nothing to give back
 * @param news what has just been done
 */
record SaleView(
        String bundleId,
        String title,
        String orderId,
        String email,
        String status,
        boolean fraudWarned,
        List<Map.Entry<String, String>> facts,
        Instant created,
        @Nullable Instant paid,
        List<Line> mails,
        List<Line> keys,
        List<Line> history,
        @Nullable Refund refund,
        @Nullable String news) {

    /**
     * @param alarm what went wrong with it
     */
    record Line(Instant at, String words, @Nullable String alarm) {}

    /**
     * The form that gives money back.
     *
     * @param left what can be given back
     * @param fetched how often the key was fetched, in a sentence
     * @param typed the amount as typed
     * @param key makes a second press of the button the same refund
     */
    record Refund(
            String left,
            String currency,
            String fetched,
            String typed,
            String key,
            @Nullable String refusal) {}

    static SaleView of(Bundle bundle, Evidence evidence) {
        PublishersOrder order = evidence.order();
        return new SaleView(
                bundle.id().toString(),
                bundle.title(),
                order.orderId().toString(),
                order.email(),
                SaleWords.of(order.status()),
                SaleWords.warned(order),
                facts(order),
                order.created(),
                order.paid(),
                order.mails().stream()
                        .map(m -> new Line(m.at(), SaleWords.of(m.kind()), m.bounced()))
                        .toList(),
                evidence.keys().stream()
                        .map(k -> new Line(k.at(), say("studio.sale.network", k.network()), null))
                        .toList(),
                evidence.history().stream().map(h -> new Line(h.at(), h.what(), null)).toList(),
                refund(evidence),
                null);
    }

    private static List<Map.Entry<String, String>> facts(PublishersOrder order) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry(say("studio.sales.tier"), order.tier()));
        facts.add(Map.entry(say("studio.sale.how"), SaleWords.of(order.kind())));
        facts.add(Map.entry(say("studio.sale.amount"), Prices.amount(order.amount())));
        if (order.tip().amount() > 0) {
            facts.add(Map.entry(say("studio.sale.tip"), Prices.amount(order.tip())));
        }
        if (order.refunded().amount() > 0) {
            facts.add(Map.entry(say("studio.sale.back"), Prices.amount(order.refunded())));
        }
        if (order.code() != null) {
            facts.add(Map.entry(say("studio.sale.code"), order.code()));
        }
        if (order.dispute() != null) {
            facts.add(Map.entry(say("studio.sale.dispute"), SaleWords.dispute(order.dispute())));
        }
        facts.add(
                Map.entry(
                        say("studio.sale.opens"),
                        order.grants().isEmpty()
                                ? say("studio.sale.opens.nothing")
                                : Words.list(order.grants())));
        return facts;
    }

    private static @Nullable Refund refund(Evidence evidence) {
        PublishersOrder order = evidence.order();
        long left = order.amount().amount() - order.refunded().amount();
        if (order.paid() == null || left <= 0 || order.status() != Status.PAID) {
            return null;
        }
        String currency = order.amount().currency();
        return new Refund(
                Prices.amount(new Money(left, currency)),
                currency,
                fetched(evidence.keys().size()),
                "",
                UUID.randomUUID().toString(),
                null);
    }

    private static String fetched(int times) {
        return times == 0 ? say("studio.sale.keys.none") : count("studio.sale.fetched", times);
    }

    /** After a refund that was refused; the key is a new one, for nothing was given back. */
    SaleView refused(String typed, String why) {
        Refund form = refund;
        return form == null
                ? with(null, why)
                : with(
                        new Refund(
                                form.left(),
                                form.currency(),
                                form.fetched(),
                                typed,
                                form.key(),
                                why),
                        null);
    }

    SaleView saying(@Nullable String said) {
        return with(refund, said);
    }

    private SaleView with(@Nullable Refund form, @Nullable String said) {
        return new SaleView(
                bundleId,
                title,
                orderId,
                email,
                status,
                fraudWarned,
                facts,
                created,
                paid,
                mails,
                keys,
                history,
                form,
                said);
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SaleView[orderId=" + orderId + "]";
    }
}
