package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Finds what belongs to whoever asks. */
@ApplicationScoped
class Owned {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Reckoner reckoner;

    /**
     * @throws Refused for a bundle that is not theirs
     */
    Bundle bundle(UUID id) {
        return bundles.find(current.require(), id)
                .orElseThrow(() -> new Refused(404, say("figures.unknown-bundle")));
    }

    List<Bundle> bundles() {
        return bundles.ofPublisher(current.require());
    }

    Study study(Bundle bundle, String days) {
        return reckoner.study(bundle.id(), reckoner.period(days, List.of(bundle)));
    }

    /** What was counted of all their bundles. */
    Material material(List<Bundle> bundles, Period period) {
        return reckoner.material(bundles.stream().map(Bundle::id).toList(), period);
    }
}
