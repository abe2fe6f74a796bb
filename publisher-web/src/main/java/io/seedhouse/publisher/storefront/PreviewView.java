package io.seedhouse.publisher.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others will see of a bundle that its publisher works on.
 *
 * @param page as fans will see it
 * @param tiers those that can be looked at as their buyer
 * @param tier the one that is looked at; null for a fan's view
 * @param opens what that buyer can watch, free files among it
 * @param closed names of what stays locked to that buyer
 */
record PreviewView(
        String id,
        String title,
        BundleView page,
        List<Tier> tiers,
        @Nullable Tier tier,
        List<BundleView.Item> opens,
        List<String> closed) {

    record Tier(String name) {
        /** Within an address. */
        String encoded() {
            return URLEncoder.encode(name, UTF_8);
        }
    }
}
