package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Offer;
import java.util.UUID;

/** What became of {@link Bundles#putTier}. */
public sealed interface PutTier {
    record Saved(Offer offer) implements PutTier {}

    record NoSuchBundle(UUID bundleId) implements PutTier {}

    /**
     * The tier cannot be had so.
     *
     * @param sentence names the file, the currency or the bound at fault
     */
    record Refused(String sentence) implements PutTier {}
}
