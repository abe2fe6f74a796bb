package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders, seen by their buyer and by the publisher of the bundle. */
public interface Orders {

    /**
     * The buyer's view. A pending order is first compared with Stripe and fulfilled when it turns
     * out to be paid, so a buyer who returns never waits for the webhook.
     *
     * @return empty for an unknown order and for a wrong token alike
     */
    Optional<BuyersOrder> find(UUID orderId, String orderToken);

    /** Changes where mails go, and sends the receipt of a paid order again. */
    Correction correct(UUID orderId, String orderToken, String email);

    /**
     * What an address has bought or was given, newest first. The caller has made sure that it is
     * the reader's own.
     */
    List<BuyersOrder> ofAddress(String email);

    /**
     * One more token for an order of this address. The caller has made sure that the address is the
     * reader's own.
     *
     * @return empty where the order is not of this address
     */
    Optional<String> issueToken(UUID orderId, String email);

    /**
     * Grants the orders of this address that only waited for its proof.
     *
     * @return how many there were
     */
    int confirm(String email);

    /**
     * Asks for a mail with a link into the library of an address. Nobody learns whether there is
     * anything in it, and a second request within a minute sends nothing.
     */
    void requestLibrary(String email);

    /** The publisher's view of all orders for a bundle, newest first. */
    List<PublishersOrder> ofBundle(UUID bundleId);

    /** All that speaks for the publisher when a charge is disputed; empty for another's order. */
    Optional<Evidence> evidence(UUID bundleId, UUID orderId);

    /** Where an order stands. */
    enum Status {
        PENDING,
        PAID,
        REFUNDED,
        DISPUTED,
        EXPIRED
    }

    /** Whose files an order opens. */
    enum Kind {
        PURCHASE,
        /** Paid for by one person; another redeems it, and only theirs opens anything. */
        GIFT,
        /** The other half of a gift. */
        REDEEMED,
        /** Paid the difference to an order of a lower tier. */
        UPGRADE
    }

    /**
     * @param email where its mails go
     * @param amount what was or will be charged
     * @param refunded what of it was given back
     * @param owned whether the address owned all of it before, so that its payment was not taken
     * @param bounced whether the last mail to the address came back
     * @param waitsForProof whether the link in a mail has to be followed first
     * @param premiere keyrings open then; null for at once
     * @param keyringUrl absolute address of the keyring, known from the start
     */
    record BuyersOrder(
            UUID orderId,
            UUID bundleId,
            Kind kind,
            String title,
            String tier,
            String email,
            Money amount,
            Money refunded,
            Status status,
            boolean owned,
            boolean bounced,
            boolean waitsForProof,
            Instant created,
            @Nullable Instant premiere,
            List<PaidFile> files,
            String keyringUrl) {
        public BuyersOrder {
            files = List.copyOf(files);
        }

        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "BuyersOrder[orderId=" + orderId + "]";
        }
    }

    /**
     * @param code the discount code that was used
     * @param dispute Stripe's word for where the dispute stands
     * @param fraudWarned when the card's issuer warned of fraud
     * @param grants names of the files whose identities this order may fetch now
     * @param mails those sent, oldest first
     */
    record PublishersOrder(
            UUID orderId,
            Kind kind,
            String tier,
            String email,
            Money amount,
            Money tip,
            Money refunded,
            @Nullable String code,
            Status status,
            @Nullable String dispute,
            @Nullable Instant fraudWarned,
            Instant created,
            @Nullable Instant paid,
            List<String> grants,
            List<SentMail> mails) {
        public PublishersOrder {
            grants = List.copyOf(grants);
            mails = List.copyOf(mails);
        }

        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "PublishersOrder[orderId=" + orderId + "]";
        }
    }

    /**
     * @param bounced why the address's server refused it; null when it did not
     */
    record SentMail(Notices.Kind kind, Instant at, @Nullable String bounced) {}

    /**
     * @param keys when keyrings of the order left, and to which network
     * @param history what happened to the order, oldest first
     */
    record Evidence(PublishersOrder order, List<Delivery> keys, List<Happening> history) {
        public Evidence {
            keys = List.copyOf(keys);
            history = List.copyOf(history);
        }
    }

    /**
     * @param network the client's address without its last part, such as {@code 203.0.113.0/24}
     */
    record Delivery(Instant at, String network) {}

    /**
     * @param what such as {@code order.paid}
     */
    record Happening(Instant at, String what) {}

    /** What became of {@link #correct}. */
    sealed interface Correction {
        record Corrected() implements Correction {}

        /** It was changed so often that somebody must be misusing it. */
        record TooOften() implements Correction {}

        /** Unknown order or wrong token. */
        record Unknown() implements Correction {}

        record InvalidEmail() implements Correction {}
    }
}
