package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published bundle, as the paygate needs to know it.
 *
 * @param bundleId the bundle whose offers go on sale
 * @param title shown at the checkout, on the receipt and in the keyring
 * @param slug last part of the bundle's page address
 * @param premiere keyrings open at this moment and not before; null means at once
 * @param files ids of the paid files that were sealed; an offer of any other file is not sold
 */
public record Release(
        UUID bundleId, String title, String slug, @Nullable Instant premiere, Set<UUID> files) {
    public Release {
        files = Set.copyOf(files);
    }
}
