package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

/**
 * The question whether a bundle is to be sealed anew.
 *
 * @param paid orders whose buyers have its keys
 */
record VersionView(String id, String title, long paid) {

    String buyers() {
        return paid == 0 ? say("studio.version.nobody") : count("studio.version.buyers", paid);
    }
}
