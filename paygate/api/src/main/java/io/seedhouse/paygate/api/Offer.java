package io.seedhouse.paygate.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A tier of a bundle at a price. A price of 0 is free: its checkout is paid from the start.
 *
 * @param id stable over changes of price and files
 * @param bundleId the bundle it opens a part of
 * @param tier the publisher's name for it, unique within the bundle
 * @param pricing what a checkout begun now will charge
 * @param tips whether a buyer may add to the price
 * @param files the paid files whose identities its keyring holds; tiers may share files
 */
public record Offer(
        UUID id, UUID bundleId, String tier, Pricing pricing, boolean tips, List<PaidFile> files) {
    public Offer {
        files = List.copyOf(files);
    }

    /** One at one price and without tips. */
    public Offer(UUID id, UUID bundleId, String tier, Money price, List<PaidFile> files) {
        this(id, bundleId, tier, new Pricing.Fixed(List.of(price)), false, files);
    }

    /** The least it costs, in the currency that is shown first. */
    public Money price() {
        return pricing.least().getFirst();
    }

    /** The least it costs in this currency; empty where it is not sold in it. */
    public Optional<Money> price(String currency) {
        return pricing.least().stream().filter(m -> m.currency().equals(currency)).findFirst();
    }
}
