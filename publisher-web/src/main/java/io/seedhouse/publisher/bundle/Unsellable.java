package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Offer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A tier that sells a file its bundle does not hold as a paid one, because it was deleted. A bundle
 * must not go on sale so: its buyers would pay for a key to nothing.
 */
public record Unsellable(String tier, String file) {

    /** Says what to do, to the publisher. */
    public String sentence() {
        return say("bundle.unsellable", tier, file);
    }

    static Optional<Unsellable> among(List<Offer> offers, List<BundleFile> files) {
        Set<UUID> paid =
                files.stream()
                        .filter(f -> f.access().isSold())
                        .map(BundleFile::id)
                        .collect(Collectors.toSet());
        return offers.stream()
                .flatMap(offer ->
                        offer.files().stream()
                                .filter(f -> !paid.contains(f.id()))
                                .map(f -> new Unsellable(offer.tier(), f.name())))
                .findFirst();
    }
}
