package io.seedhouse.paygate.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins purchases. */
public interface Checkouts {

    /**
     * Records an order and opens a checkout session for it. The buyer returns to {@code
     * BASE/orders/{orderId}} when done and to the bundle's page when they turn back.
     *
     * <p>The answer is the same whether or not the address owns these files already: whoever does
     * is sent a mail with a link to their library, and their payment is never taken.
     */
    Begin begin(Request request);

    /** What {@link #begin} would charge; records nothing and uses nothing up. */
    Quote quote(Request request);

    /**
     * What a buyer wants.
     *
     * @param email where receipts go; kept with the order
     * @param amount what the buyer offers, in minor units: required where they may name it, else
     *     left out or the price itself
     * @param currency ISO 4217 in lower case; null takes the offer's first
     * @param tip minor units on top, 0 or more
     * @param code a discount code as typed
     * @param gift whom it is for; null for the buyer
     * @param upgrade an order of the same bundle whose price counts; null for none
     * @param consent whether the visitor agreed to leave the address to the publisher
     * @param idempotencyKey 20 to 100 characters that nobody guesses; the same key with the same
     *     request answers the same order. Null for none
     */
    record Request(
            UUID offerId,
            String email,
            @Nullable Long amount,
            @Nullable String currency,
            long tip,
            @Nullable String code,
            @Nullable Gift gift,
            @Nullable Upgrade upgrade,
            boolean consent,
            @Nullable String idempotencyKey) {

        /** The least that can be asked. */
        public static Request of(UUID offerId, String email) {
            return new Request(offerId, email, null, null, 0, null, null, null, false, null);
        }

        /** Leaves addresses, codes and tokens out, so that they cannot reach a log. */
        @Override
        public String toString() {
            return "Request[offerId=" + offerId + "]";
        }
    }

    /**
     * Whom a gift is for.
     *
     * @param email where the link goes; null when the buyer hands it over
     * @param words from the buyer, at most 500 characters
     */
    record Gift(@Nullable String email, String words) {
        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Gift";
        }
    }

    /** An order and the token that proves it. */
    record Upgrade(UUID orderId, String orderToken) {
        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Upgrade[orderId=" + orderId + "]";
        }
    }

    /** What became of {@link #begin}. */
    sealed interface Begin {
        /**
         * The order stands.
         *
         * @param orderToken a proof of the purchase, 256 random bits in base64url; stored hashed,
         *     so this is the one time it can be read
         * @param checkoutUrl where to pay; null when nothing is to be paid
         * @param confirm whether the address must first be proved by the link in a mail
         */
        record Begun(UUID orderId, String orderToken, @Nullable String checkoutUrl, boolean confirm)
                implements Begin {
            /** Leaves the token out, so that it cannot reach a log. */
            @Override
            public String toString() {
                return "Begun[orderId=" + orderId + "]";
            }
        }

        /** Payments are not configured or Stripe cannot be reached; nothing was charged. */
        record Unavailable(String reason) implements Begin {}

        /** The idempotency key was used with another request before. */
        record OtherRequest() implements Begin {}

        record Refused(Refusal why) implements Begin {}
    }

    /** What became of {@link #quote}. */
    sealed interface Quote {
        /**
         * @param price before discounts; for an upgrade the difference
         * @param discount what a code takes off
         * @param total price less discount plus tip: what is charged
         */
        record Quoted(Money price, Money discount, Money tip, Money total) implements Quote {}

        record Refused(Refusal why) implements Quote {}
    }

    /** Why nothing is sold. */
    sealed interface Refusal {
        /** No such offer, its bundle is not on sale, or it names a file that was not sealed. */
        record NotOnSale(UUID offerId) implements Refusal {}

        record InvalidEmail(String email) implements Refusal {
            /** Leaves the address out, so that it cannot reach a log. */
            @Override
            public String toString() {
                return "InvalidEmail";
            }
        }

        /** The address of the person a gift is for. */
        record InvalidGift(String reason) implements Refusal {}

        record CurrencyNotOffered(String currency, List<String> offered) implements Refusal {
            public CurrencyNotOffered {
                offered = List.copyOf(offered);
            }
        }

        /** The buyer names the amount here and named none. */
        record AmountMissing(Money minimum) implements Refusal {}

        record BelowMinimum(Money amount, Money minimum) implements Refusal {}

        record AboveMaximum(Money amount, Money maximum) implements Refusal {}

        /** The offer has one price, and the buyer named another. */
        record NotThePrice(Money price) implements Refusal {}

        record NoTips() implements Refusal {}

        record ConsentMissing() implements Refusal {}

        record CodeRefused(Code why) implements Refusal {}

        record UpgradeRefused(Reason why) implements Refusal {
            /** Why an order does not count. */
            public enum Reason {
                /** No such order, or not its token. */
                UNKNOWN,
                NOT_PAID,
                OTHER_BUNDLE,
                /** The new tier lacks a file of the old one. */
                NOT_HIGHER,
                OTHER_CURRENCY,
                /** It counted for another upgrade already. */
                USED,
                /** A gift cannot be an upgrade, nor be upgraded by its giver. */
                GIFT
            }
        }

        record BadIdempotencyKey() implements Refusal {}

        /** Why a code takes nothing off. */
        enum Code {
            /** No such code for this bundle, or it was revoked. */
            UNKNOWN,
            NOT_YET,
            OVER,
            USED_UP,
            OTHER_TIER,
            OTHER_CURRENCY
        }
    }
}
