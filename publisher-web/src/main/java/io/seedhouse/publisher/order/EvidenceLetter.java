package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.page.Moments;
import io.seedhouse.publisher.page.Prices;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The evidence for an order as plain text, to be handed to a bank. */
public final class EvidenceLetter {
    private EvidenceLetter() {}

    /**
     * In English whoever fetches it, for banks read it.
     *
     * @param title of the bundle
     */
    public static String of(String title, Evidence evidence) {
        return Reader.of(Language.ENGLISH).get(() -> letter(title, evidence));
    }

    private static String letter(String title, Evidence evidence) {
        PublishersOrder o = evidence.order();
        StringBuilder letter = new StringBuilder();
        letter.append("Evidence for order ").append(o.orderId()).append("\n\n");
        line(letter, "Sold", title + ", " + o.tier());
        line(letter, "What it is", "a digital key; the buyer fetches it and keeps it");
        line(letter, "Buyer's address", o.email());
        line(letter, "Amount", words(o.amount()));
        line(letter, "Tip in it", o.tip().amount() == 0 ? null : words(o.tip()));
        line(letter, "Given back", o.refunded().amount() == 0 ? null : words(o.refunded()));
        line(letter, "Code used", o.code());
        line(letter, "Ordered", Moments.utc(o.created()));
        line(letter, "Paid", moment(o.paid()));
        line(letter, "Fraud warning", moment(o.fraudWarned()));
        line(letter, "Dispute", o.dispute());
        part(
                letter,
                "Keys delivered",
                "none",
                evidence.keys(),
                k -> Moments.utc(k.at()) + " to network " + k.network());
        part(
                letter,
                "Mails sent to the buyer",
                "none",
                o.mails(),
                m -> Moments.utc(m.at()) + " " + mail(m.kind().name(), m.bounced()));
        part(
                letter,
                "What happened",
                "nothing",
                evidence.history(),
                h -> Moments.utc(h.at()) + " " + h.what());
        return letter.toString();
    }

    private static void line(StringBuilder letter, String name, @Nullable String value) {
        if (value != null) {
            letter.append(name).append(": ").append(oneLine(value)).append('\n');
        }
    }

    private static <T> void part(
            StringBuilder letter,
            String name,
            String none,
            List<T> items,
            Function<T, String> words) {
        letter.append('\n').append(name).append(":\n");
        if (items.isEmpty()) {
            letter.append("- ").append(none).append('\n');
        }
        items.forEach(i -> letter.append("- ").append(oneLine(words.apply(i))).append('\n'));
    }

    private static String mail(String kind, @Nullable String bounced) {
        String name = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        return bounced == null ? name : name + ", came back: " + bounced;
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : Moments.utc(at);
    }

    private static String words(Money money) {
        return Prices.amount(money) + " " + money.currency().toUpperCase(Locale.ROOT);
    }

    /** Texts from outside cannot begin a line of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
