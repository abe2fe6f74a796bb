package io.seedhouse.paygate.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
 * @param extras which of the files open later than the premiere
 * @param additions what buyers of earlier versions get besides
 */
public record Release(
        UUID bundleId,
        String title,
        String slug,
        @Nullable Instant premiere,
        Set<UUID> files,
        Map<UUID, PaidFile> replaces,
        Extras extras,
        Additions additions) {
    public Release {
        files = Set.copyOf(files);
        replaces = Map.copyOf(replaces);
    }

    /** A bundle without extras whose version adds nothing. */
    public Release(
            UUID bundleId,
            String title,
            String slug,
            @Nullable Instant premiere,
            Set<UUID> files,
            Map<UUID, PaidFile> replaces) {
        this(bundleId, title, slug, premiere, files, replaces, Extras.NONE, Additions.NONE);
    }

    /** A bundle that takes the place of none. */
    public Release(
            UUID bundleId, String title, String slug, @Nullable Instant premiere, Set<UUID> files) {
        this(bundleId, title, slug, premiere, files, Map.of());
    }

    /**
     * Files whose keys open at a moment of their own.
     *
     * @param opens never before the premiere, whatever it says; null for with the premiere
     * @param files ids of paid files of the bundle
     */
    public record Extras(@Nullable Instant opens, Set<UUID> files) {
        /** All files open with the premiere. */
        public static final Extras NONE = new Extras(null, Set.of());

        public Extras {
            files = Set.copyOf(files);
        }
    }

    /**
     * What a version holds in a tier that its earlier versions did not: who bought the tier of that
     * name gets it too. What was told once stands.
     *
     * @param tiers by an earlier version's bundle and the name of a tier
     */
    public record Additions(Map<Bought, Set<PaidFile>> tiers) {
        /** Nothing. */
        public static final Additions NONE = new Additions(Map.of());

        public Additions {
            tiers = Map.copyOf(tiers);
        }

        /** A tier that was sold. */
        public record Bought(UUID bundleId, String tier) {}
    }
}
