package io.seedhouse.paygate.api;

import java.util.List;
import java.util.UUID;

/**
 * A tier of a bundle at a price. A price of 0 is free: its checkout is paid from the start.
 *
 * @param id stable over changes of price and files
 * @param bundleId the bundle it opens a part of
 * @param tier the publisher's name for it, unique within the bundle
 * @param price what a checkout begun now will charge
 * @param files the paid files whose identities its keyring holds
 */
public record Offer(UUID id, UUID bundleId, String tier, Money price, List<PaidFile> files) {
    public Offer {
        files = List.copyOf(files);
    }
}
