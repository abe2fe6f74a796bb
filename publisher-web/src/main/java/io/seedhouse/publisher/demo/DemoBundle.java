package io.seedhouse.publisher.demo;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Category;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.PutTier;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Texts;
import io.seedhouse.publisher.sealing.Sealing;
import io.seedhouse.publisher.sealing.Start;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The demo's bundle, brought one {@link Step} further at a time. */
@ApplicationScoped
class DemoBundle {
    /** Made from the title on an empty database; it never changes, so the bundle is known by it. */
    static final String SLUG = "first-light";

    private static final Texts TEXTS =
            new Texts(
                    "First light",
                    "Night lies over the hills, and then it does not. Forty-eight seconds from"
                            + " the last stars to the sun, drawn by arithmetic when this"
                            + " platform first started.",
                    Category.SHORT);
    private static final Money PRICE = new Money(300, "usd");

    /**
     * Whether this run of the server has begun a sealing; one that failed before is tried again.
     */
    private volatile boolean begun;

    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Sealing sealing;
    @Inject DemoFiles files;

    /**
     * Does the next step.
     *
     * @return whether there may be another
     * @throws DemoFailed when it cannot be made here
     */
    boolean advance(UUID publisherId) {
        Bundle bundle = find(publisherId).orElseGet(() -> bundles.create(publisherId, TEXTS));
        boolean priced = !bundles.tiers(bundle.id()).isEmpty();
        Step step = Step.after(bundle.status(), arrived(bundle), priced);
        switch (step) {
            case MAKE_FILES -> files.make(publisherId, bundle.id());
            case PRICE -> price(publisherId, bundle.id());
            case SEAL -> seal(publisherId, bundle);
            case PUBLISH -> bundles.publish(publisherId, bundle.id(), null);
            case WAIT, DONE -> {}
        }
        return step != Step.DONE;
    }

    private Optional<Bundle> find(UUID publisherId) {
        return bundles.ofPublisher(publisherId).stream()
                .filter(b -> b.slug().equals(SLUG))
                .findFirst();
    }

    private boolean arrived(Bundle bundle) {
        Set<String> complete =
                bundles.files(bundle.id()).stream()
                        .filter(f -> staging.offset(bundle, f) == f.length())
                        .map(BundleFile::name)
                        .collect(Collectors.toSet());
        return complete.containsAll(DemoFiles.NAMES);
    }

    private void price(UUID publisherId, UUID bundleId) {
        PutTier answer =
                bundles.putTier(publisherId, bundleId, "The film", PRICE, List.of(DemoFiles.FILM));
        if (answer instanceof PutTier.Refused refused) {
            throw new DemoFailed(refused.sentence());
        }
    }

    private void seal(UUID publisherId, Bundle bundle) {
        if (begun && bundle.problem() != null) {
            throw new DemoFailed("its sealing failed: " + bundle.problem());
        }
        begun = true;
        if (sealing.start(publisherId, bundle.id(), Format.HYBRID)
                instanceof Start.Refused refused) {
            throw new DemoFailed(refused.sentence());
        }
    }
}
