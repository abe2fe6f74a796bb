package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

/**
 * The question whether a tier is to be removed.
 *
 * @param title of its bundle
 * @param paid orders whose buyers have its keys
 */
record TierRemovalView(String id, String title, String name, long paid) {

    String buyers() {
        return paid == 0
                ? say("studio.remove-tier.nobody")
                : count("studio.remove-tier.buyers", paid);
    }
}
