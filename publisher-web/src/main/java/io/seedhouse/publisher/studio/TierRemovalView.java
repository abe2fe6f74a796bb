package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.page.Words;

/**
 * The question whether a tier is to be removed.
 *
 * @param title of its bundle
 * @param paid orders whose buyers have its keys
 */
record TierRemovalView(String id, String title, String name, long paid) {

    String buyers() {
        return switch ((int) Math.min(paid, 2)) {
            case 0 -> "Nobody has bought it yet.";
            case 1 -> "One order is paid, and its buyer keeps the key.";
            default -> Words.count(paid) + " orders are paid, and their buyers keep their keys.";
        };
    }
}
