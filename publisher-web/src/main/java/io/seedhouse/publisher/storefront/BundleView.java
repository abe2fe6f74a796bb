package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published bundle as its page shows it.
 *
 * @param newer the last part of the newest version's address; null where there is none
 * @param summary the synopsis cut short, for search engines and previews
 */
record BundleView(
        String slug,
        String title,
        List<String> facts,
        String synopsis,
        String summary,
        @Nullable Instant premiere,
        @Nullable String poster,
        @Nullable String teaser,
        List<Tier> tiers,
        List<Item> items,
        Swarm swarm,
        String magnet,
        @Nullable String newer) {

    /**
     * Something that can be bought.
     *
     * @param terms small print beside the price
     * @param opens what it opens, as the rest of a sentence
     * @param first whether it is the one the page leads to
     */
    record Tier(
            String offerId,
            String name,
            String price,
            String terms,
            String opens,
            String button,
            boolean first,
            BuyForm form) {}

    /** A file inside. */
    record Item(String name, String size, boolean free, String opensWith) {}

    /** Who carries the bundle right now. */
    record Swarm(long sharing, long fetching, long finished) {

        /** Those who have everything, among all who are there. */
        long percent() {
            return sharing == 0 ? 0 : Math.round(100.0 * sharing / (sharing + fetching));
        }

        String spoken() {
            return say("storefront.swarm.spoken", sharing + fetching, percent());
        }
    }
}
