package io.seedhouse.publisher.mail;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.publisher.page.Moments;
import io.seedhouse.publisher.page.Prices;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a letter says about each kind of notice.
 *
 * @param quote words of somebody else; null for none
 * @param label of its one link
 */
record Wording(String subject, List<String> paragraphs, @Nullable String quote, String label) {
    private static final String LIBRARY = "Open your library";
    private static final String NOT_YOU = "If it was not you, there is nothing you need to do.";

    Wording {
        paragraphs = List.copyOf(paragraphs);
    }

    private Wording(String subject, String label, String... paragraphs) {
        this(subject, List.of(paragraphs), null, label);
    }

    /**
     * @param now decides whether a premiere is still to come
     */
    static Wording of(Notice notice, Instant now) {
        String title = Plain.line(Objects.requireNonNullElse(notice.title(), "your film"));
        return switch (notice.kind()) {
            case RECEIPT -> receipt(notice, title, now);
            case LIBRARY ->
                    new Wording(
                            "Your library",
                            LIBRARY,
                            "Somebody, most likely you, asked for a link into the library of this"
                                    + " address. Here it is.",
                            NOT_YOU);
            case OWNED -> owned(notice, title);
            case CONFIRM -> confirm(notice, title);
            case GIFT -> gift(notice, title);
            case PREMIERE_MOVED -> moved(notice, title);
            case PREMIERE ->
                    new Wording(
                            title + " opens now",
                            LIBRARY,
                            "The premiere of " + title + " has begun, and your key opens it.",
                            "The key waits in your library. Keep it: it opens the film for ever,"
                                    + " with or without us.");
            case REFUND -> refund(notice, title);
            case DISPUTED -> disputed(notice, title);
            case RESTORED ->
                    new Wording(
                            "The key to " + title + " is open again",
                            LIBRARY,
                            "The dispute about your payment for "
                                    + title
                                    + " is settled, and its key is open again.");
            case NEW_VERSION ->
                    new Wording(
                            "There is a new version of " + title,
                            LIBRARY,
                            "Its makers have published a new version of "
                                    + title
                                    + ". It is yours too: your library has the way to it, and a"
                                    + " key that opens both.");
            case EXTRAS_MOVED -> extrasMoved(notice, title);
            case EXTRAS ->
                    new Wording(
                            "The extras of " + title + " are open",
                            LIBRARY,
                            "What comes with " + title + " beside the film can be opened now.",
                            "Fetch your keyring again from your library: it holds the keys to the"
                                    + " extras now. Those that you have stay good.");
        };
    }

    private static Wording receipt(Notice notice, String title, Instant now) {
        Instant premiere = notice.premiere();
        return new Wording(
                "Your receipt for " + title,
                LIBRARY,
                "Thank you. " + what(notice, title) + " is yours.",
                "Paid: " + amount(notice) + "\nOrder: " + notice.orderId(),
                premiere != null && premiere.isAfter(now)
                        ? "Your key opens it at the premiere, %s. You can fetch the film before."
                                .formatted(Moments.utc(premiere))
                        : "Your key waits in your library. A key that you have fetched stays"
                                + " yours: it opens the film for ever, with or without us.");
    }

    private static Wording owned(Notice notice, String title) {
        return new Wording(
                "You own " + title + " already",
                LIBRARY,
                "Somebody, maybe you, began to pay for "
                        + what(notice, title)
                        + ". This address owns it already, so nothing was charged.",
                "Your key is in your library. " + NOT_YOU);
    }

    private static Wording confirm(Notice notice, String title) {
        return new Wording(
                "Prove your address to get " + title,
                "This is my address",
                "Somebody, most likely you, wants "
                        + what(notice, title)
                        + " with this address. It is free for whoever shows that the address is"
                        + " theirs.",
                NOT_YOU);
    }

    private static Wording gift(Notice notice, String title) {
        String words = Plain.lines(Objects.requireNonNullElse(notice.words(), ""));
        return new Wording(
                "A gift for you: " + title,
                List.of(
                        "Somebody has given you "
                                + what(notice, title)
                                + ". It is paid for; you need only take it.",
                        "The link works once and until then does not age. Whoever has it can take"
                                + " the gift, so keep it to yourself."),
                words.isEmpty() ? null : words,
                "Take the gift");
    }

    private static Wording moved(Notice notice, String title) {
        Instant premiere = notice.premiere();
        return new Wording(
                "The premiere of " + title + " has moved",
                LIBRARY,
                premiere == null
                        ? title + " waits for no premiere any more: your key opens it now."
                        : "The premiere of %s is now on %s. Your key opens the film then."
                                .formatted(title, Moments.utc(premiere)));
    }

    private static Wording extrasMoved(Notice notice, String title) {
        Instant extras = notice.premiere();
        return new Wording(
                "When the extras of " + title + " open",
                LIBRARY,
                extras == null
                        ? "The extras of %s open with the film.".formatted(title)
                        : "The extras of %s open on %s. Your keyring holds their keys from then on."
                                .formatted(title, Moments.utc(extras)));
    }

    private static Wording refund(Notice notice, String title) {
        return new Wording(
                "Your money for " + title + " is on its way back",
                LIBRARY,
                amount(notice)
                        + " of what you paid for "
                        + what(notice, title)
                        + " was given back. Banks take five to ten days.",
                "Where all of it was given back, the key is closed. A key that was fetched before"
                        + " cannot be taken back.");
    }

    private static Wording disputed(Notice notice, String title) {
        return new Wording(
                "Your payment for " + title + " is disputed",
                LIBRARY,
                "Your bank disputes the payment of "
                        + amount(notice)
                        + " for "
                        + what(notice, title)
                        + ". Until that is settled, the key is closed.",
                "If you know nothing of it, ask your bank to withdraw the dispute; the key opens"
                        + " again by itself.");
    }

    /** {@code First light (The film)}. */
    private static String what(Notice notice, String title) {
        return notice.tier() == null ? title : title + " (" + Plain.line(notice.tier()) + ")";
    }

    private static String amount(Notice notice) {
        Money money = notice.amount();
        return money == null
                ? "The amount"
                : Prices.amount(money) + " " + money.currency().toUpperCase(Locale.ROOT);
    }
}
