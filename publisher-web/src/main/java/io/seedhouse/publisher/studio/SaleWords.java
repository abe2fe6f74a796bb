package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.named;
import static io.seedhouse.publisher.language.Say.say;

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
            case PENDING -> say("studio.status.pending");
            case PAID -> say("studio.status.paid");
            case REFUNDED -> say("studio.status.refunded");
            case DISPUTED -> say("studio.status.disputed");
            case EXPIRED -> say("studio.status.expired");
        };
    }

    static String of(Kind kind) {
        return switch (kind) {
            case PURCHASE -> say("studio.kind.purchase");
            case GIFT -> say("studio.kind.gift");
            case REDEEMED -> say("studio.kind.redeemed");
            case UPGRADE -> say("studio.kind.upgrade");
        };
    }

    static String of(Notices.Kind mail) {
        return switch (mail) {
            case RECEIPT -> say("studio.mail.receipt");
            case LIBRARY -> say("studio.mail.library");
            case OWNED -> say("studio.mail.owned");
            case CONFIRM -> say("studio.mail.confirm");
            case GIFT -> say("studio.mail.gift");
            case PREMIERE_MOVED -> say("studio.mail.premiere-moved");
            case PREMIERE -> say("studio.mail.premiere");
            case REFUND -> say("studio.mail.refund");
            case DISPUTED -> say("studio.mail.disputed");
            case RESTORED -> say("studio.mail.restored");
            case NEW_VERSION -> say("studio.mail.new-version");
            case EXTRAS_MOVED -> say("studio.mail.extras-moved");
            case EXTRAS -> say("studio.mail.extras");
        };
    }

    /** What a publisher may want to know at a glance. */
    static List<String> notes(PublishersOrder order) {
        List<String> notes = new ArrayList<>();
        if (order.kind() != Kind.PURCHASE) {
            notes.add(of(order.kind()));
        }
        if (order.tip().amount() > 0) {
            notes.add(say("studio.note.tip", Prices.amount(order.tip())));
        }
        if (order.code() != null) {
            notes.add(say("studio.note.code", order.code()));
        }
        if (order.refunded().amount() > 0) {
            notes.add(say("studio.note.refunded", Prices.amount(order.refunded())));
        }
        return notes;
    }

    /** What asks for something to be done. */
    static List<String> alarms(PublishersOrder order) {
        List<String> alarms = new ArrayList<>();
        if (order.dispute() != null) {
            alarms.add(say("studio.alarm.dispute", dispute(order.dispute())));
        }
        if (warned(order)) {
            alarms.add(say("studio.alarm.fraud"));
        }
        if (order.mails().stream().anyMatch(mail -> mail.bounced() != null)) {
            alarms.add(say("studio.alarm.mail"));
        }
        return alarms;
    }

    /** Stripe's word for where a dispute stands; one that is new to us stays as it is. */
    static String dispute(String status) {
        return named("studio.dispute", status.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Whether the issuer's warning still asks for a refund. */
    static boolean warned(PublishersOrder order) {
        return order.fraudWarned() != null && order.status() == Status.PAID;
    }
}
