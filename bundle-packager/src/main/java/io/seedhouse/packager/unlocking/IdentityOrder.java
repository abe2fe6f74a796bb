package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.keys.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * In which order identities are tried. A header does not say which one opens it, and each try costs
 * a key agreement. As a keyring usually has one for each file, in the files' order, the search
 * begins after the last match: then a bundle takes one try a file rather than one for each file and
 * identity.
 */
final class IdentityOrder {
    private final List<Identity> order;

    IdentityOrder(List<Identity> identities) {
        order = new ArrayList<>(identities);
    }

    /** All of them, the likeliest first. */
    List<Identity> next() {
        return List.copyOf(order);
    }

    /**
     * @param identity one of them, which opened a file
     */
    void matched(Identity identity) {
        Collections.rotate(order, -1 - order.indexOf(identity));
    }
}
