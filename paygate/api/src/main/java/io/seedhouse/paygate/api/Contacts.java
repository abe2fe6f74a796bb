package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses that people left to a publisher for a free tier. */
public interface Contacts {

    /** All addresses of a bundle, also of those who have left, oldest first. */
    List<Contact> ofBundle(UUID bundleId);

    /**
     * A token that unsubscribes the address of an order, for the foot of its mails. Stored hashed.
     *
     * @return empty where the order left no address
     */
    Optional<String> issueToken(UUID orderId);

    /** Unsubscribes; false for a token that is none. Repeating it changes nothing. */
    boolean unsubscribe(String token);

    /**
     * Deletes all addresses of a bundle and the tokens that unsubscribe them, because its publisher
     * is gone: nobody may write to them any more. Orders keep their own addresses.
     */
    void forget(UUID bundleId);

    /**
     * Forgets an address of a bundle, with what it agreed to and its links to unsubscribe. Its
     * orders keep it.
     *
     * @param email in any case
     * @return false where the bundle had no such address
     */
    boolean remove(UUID bundleId, String email);

    /**
     * @param consent the words that were agreed to
     * @param unsubscribed when they left; null while they have not
     */
    record Contact(String email, String consent, Instant given, @Nullable Instant unsubscribed) {
        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Contact";
        }
    }
}
