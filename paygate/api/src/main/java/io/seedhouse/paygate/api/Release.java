package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.Map;
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
 * @param replaces the files that take the place of an earlier version's, by the old one's id: who
 *     may open the one may open the other. What was told once stands
 */
public record Release(
        UUID bundleId,
        String title,
        String slug,
        @Nullable Instant premiere,
        Set<UUID> files,
        Map<UUID, PaidFile> replaces) {
    public Release {
        files = Set.copyOf(files);
        replaces = Map.copyOf(replaces);
    }

    /** A bundle that takes the place of none. */
    public Release(
            UUID bundleId, String title, String slug, @Nullable Instant premiere, Set<UUID> files) {
        this(bundleId, title, slug, premiere, files, Map.of());
    }
}
