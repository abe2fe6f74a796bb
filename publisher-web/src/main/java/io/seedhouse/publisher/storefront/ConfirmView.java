package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts.Quote.Quoted;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.page.Prices;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase comes to, before it is made.
 *
 * @param discount what a code takes off; null without one
 * @param tip null without one
 * @param present what becomes of a gift; null when it is none
 * @param fields the choice, to be sent again
 * @param minor the total in minor units, so that a change in between is noticed
 * @param key makes a second press of the button the same purchase
 * @param changed whether another total was shown before
 */
record ConfirmView(
        String slug,
        String title,
        String tier,
        String email,
        String price,
        @Nullable String discount,
        @Nullable String tip,
        String total,
        @Nullable String present,
        List<Choice.Field> fields,
        long minor,
        String key,
        boolean changed) {

    static ConfirmView of(
            Bundle bundle, Offer offer, Choice choice, Quoted quoted, boolean changed) {
        return new ConfirmView(
                bundle.slug(),
                bundle.title(),
                offer.tier(),
                choice.email(),
                Prices.amount(quoted.price()),
                quoted.discount().amount() == 0 ? null : "−" + Prices.amount(quoted.discount()),
                quoted.tip().amount() == 0 ? null : Prices.amount(quoted.tip()),
                Prices.amount(quoted.total()),
                choice.gift() ? present(choice) : null,
                choice.fields(),
                quoted.total().amount(),
                UUID.randomUUID().toString(),
                changed);
    }

    private static String present(Choice choice) {
        return choice.giftEmail().isEmpty()
                ? say("storefront.confirm.gift.link")
                : say("storefront.confirm.gift.mail", choice.giftEmail());
    }

    String button() {
        return minor == 0
                ? say("storefront.confirm.nothing")
                : say("storefront.confirm.pay", total);
    }

    /** Leaves addresses, codes and the key out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "ConfirmView[slug=" + slug + "]";
    }
}
