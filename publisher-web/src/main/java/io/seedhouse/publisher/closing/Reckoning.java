package io.seedhouse.publisher.closing;

import java.util.List;

/**
 * What closing an account would do.
 *
 * @param served bundles that are sealed, published or withdrawn already, and will be withdrawn
 * @param drafts that will be deleted with their files
 * @param sealing titles of bundles that are being sealed; while there are any, nothing is closed
 * @param orders paid, whose buyers keep what they have
 * @param buyers different addresses among them
 * @param pending orders that are not paid yet
 * @param contacts addresses left to the publisher, which will be deleted
 * @param webhooks which will be deleted
 * @param programs tokens, which will end
 */
public record Reckoning(
        int served,
        int drafts,
        List<String> sealing,
        long orders,
        long buyers,
        long pending,
        long contacts,
        int webhooks,
        int programs) {
    public Reckoning {
        sealing = List.copyOf(sealing);
    }
}
