package io.seedhouse.publisher.studio;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.page.Prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An order in the words of the studio. */
final class SaleWords {
    private SaleWords() {}

    static String of(Status status) {
        return switch (status) {
            case PENDING -> "Not paid yet";
            case PAID -> "Paid";
            case REFUNDED -> "Refunded";
            case DISPUTED -> "Disputed";
            case EXPIRED -> "Not finished";
        };
    }

    static String of(Kind kind) {
        return switch (kind) {
            case PURCHASE -> "Bought";
            case GIFT -> "Bought as a gift";
            case REDEEMED -> "A gift that was redeemed";
            case UPGRADE -> "Raised from a lower tier";
        };
    }

    static String of(Notices.Kind mail) {
        return switch (mail) {
            case RECEIPT -> "Receipt";
            case LIBRARY -> "Link to the library";
            case OWNED -> "Owned already";
            case CONFIRM -> "Proof of the address";
            case GIFT -> "Gift, to the person it is for";
            case PREMIERE_MOVED -> "The premiere has moved";
            case PREMIERE -> "The premiere has begun";
            case REFUND -> "Money given back";
            case DISPUTED -> "Payment disputed";
            case RESTORED -> "Dispute won, key open again";
            case NEW_VERSION -> "New version";
            case EXTRAS_MOVED -> "The extras have moved";
            case EXTRAS -> "The extras are open";
        };
    }

    /** What a publisher may want to know at a glance. */
    static List<String> notes(PublishersOrder order) {
        List<String> notes = new ArrayList<>();
        if (order.kind() != Kind.PURCHASE) {
            notes.add(of(order.kind()));
        }
        if (order.tip().amount() > 0) {
            notes.add(Prices.amount(order.tip()) + " of it a tip");
        }
        if (order.code() != null) {
            notes.add("Code " + order.code());
        }
        if (order.refunded().amount() > 0) {
            notes.add(Prices.amount(order.refunded()) + " given back");
        }
        return notes;
    }

    /** What asks for something to be done. */
    static List<String> alarms(PublishersOrder order) {
        List<String> alarms = new ArrayList<>();
        if (order.dispute() != null) {
            alarms.add("Dispute: " + order.dispute().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (warned(order)) {
            alarms.add("Fraud warning");
        }
        if (order.mails().stream().anyMatch(mail -> mail.bounced() != null)) {
            alarms.add("Mail came back");
        }
        return alarms;
    }

    /** Whether the issuer's warning still asks for a refund. */
    static boolean warned(PublishersOrder order) {
        return order.fraudWarned() != null && order.status() == Status.PAID;
    }
}
