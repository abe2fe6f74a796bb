package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders, seen by their buyer and by the publisher of the bundle. */
public interface Orders {

    /**
     * The buyer's view. A pending order is first compared with Stripe and fulfilled when it turns
     * out to be paid, so a buyer who returns never waits for the webhook.
     *
     * @return empty for an unknown order and for a wrong token alike
     */
    Optional<BuyersOrder> find(UUID orderId, String orderToken);

    /** The publisher's view of all orders for a bundle, newest first. */
    List<PublishersOrder> ofBundle(UUID bundleId);

    /** Where an order stands. */
    enum Status {
        PENDING,
        PAID,
        REFUNDED,
        DISPUTED,
        EXPIRED
    }

    /**
     * @param keyringUrl absolute address of the keyring, known from the start
     */
    record BuyersOrder(
            UUID orderId,
            UUID bundleId,
            String title,
            String tier,
            Money amount,
            Status status,
            List<PaidFile> files,
            String keyringUrl) {
        public BuyersOrder {
            files = List.copyOf(files);
        }
    }

    /**
     * @param grants names of the files whose identities this order may fetch now
     */
    record PublishersOrder(
            UUID orderId,
            String tier,
            String email,
            Money amount,
            Status status,
            Instant created,
            List<String> grants) {
        public PublishersOrder {
            grants = List.copyOf(grants);
        }
    }
}
