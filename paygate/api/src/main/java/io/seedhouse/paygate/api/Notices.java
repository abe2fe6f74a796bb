package io.seedhouse.paygate.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The outbox: what people have to be told by mail. Each notice is recorded in the transaction that
 * makes it true and is sent at least once: never none, and a second time only when the sender died
 * between the mail server's yes and {@link #sent}. Its {@link Notice#id} makes the Message-ID, so
 * that a second copy can be recognised.
 */
public interface Notices {

    /**
     * The next notice that is due, kept from other senders for {@link #LEASE_SECONDS}. Committed
     * when this returns.
     */
    Optional<Notice> claim();

    /** The mail server took it. */
    void sent(UUID noticeId);

    /** It could not be sent now; it comes back later, with growing waits, for three days. */
    void failed(UUID noticeId, String reason);

    /** The address's server refused it for good, at once or by a message that came back later. */
    void bounced(UUID noticeId, String reason);

    /** How long a claimed notice is kept; sending one must take less. */
    int LEASE_SECONDS = 120;

    /** What it is about. */
    enum Kind {
        /** Paid: receipt, and the way to the key. Exactly one for each paid order. */
        RECEIPT,
        /** A link into the library was asked for. */
        LIBRARY,
        /** Someone began to pay for what this address owns already. */
        OWNED,
        /** Prove the address to get a free tier. */
        CONFIRM,
        /** A gift, to the person it is for. */
        GIFT,
        /** The premiere was moved. */
        PREMIERE_MOVED,
        /** The premiere has begun: the key opens. */
        PREMIERE,
        /** Money was given back, in part or whole. */
        REFUND,
        /** The charge is disputed, and the key closed. */
        DISPUTED,
        /** The dispute was won: the key opens again. */
        RESTORED,
        /** A new version of the bundle is there for its buyers. */
        NEW_VERSION,
        /** The moment at which the extras open was set or moved. */
        EXTRAS_MOVED,
        /** The extras are open: the keyring holds their keys now. */
        EXTRAS
    }

    /**
     * @param id never changes, however often it is sent
     * @param recipient the address
     * @param orderId the order it is about; null for {@link Kind#LIBRARY}
     * @param title of the bundle, at the time of the order
     * @param amount what the notice is about: the price, or what was given back
     * @param premiere of the bundle, as it stands now; of a notice about extras the moment at which
     *     they open, and null for at once
     * @param words from the giver of a gift
     */
    record Notice(
            UUID id,
            Kind kind,
            String recipient,
            @Nullable UUID orderId,
            @Nullable UUID bundleId,
            @Nullable String title,
            @Nullable String tier,
            @Nullable Money amount,
            @Nullable Instant premiere,
            @Nullable String words,
            Instant recorded) {
        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Notice[id=" + id + ", kind=" + kind + "]";
        }
    }
}
