package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.page.Words;

/**
 * The question whether a bundle is to be sealed anew.
 *
 * @param paid orders whose buyers have its keys
 */
record VersionView(String id, String title, long paid) {

    String buyers() {
        return switch ((int) Math.min(paid, 2)) {
            case 0 -> "Nobody has bought it yet, so nobody has to be told.";
            case 1 ->
                    "One order is paid. Its buyer owns the new version too, is told by mail when"
                            + " it is published, and finds its keys beside the old ones.";
            default ->
                    Words.count(paid)
                            + " orders are paid. Their buyers own the new version too, are told by"
                            + " mail when it is published, and find its keys beside the old ones.";
        };
    }
}
