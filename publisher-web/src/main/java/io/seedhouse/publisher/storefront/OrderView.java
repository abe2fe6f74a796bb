package io.seedhouse.publisher.storefront;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param sentence what is the matter; a premiere's moment follows it
 * @param note what else there is to know
 * @param amount what was charged, or what it is in place of that
 * @param refresh content of the refresh element; null when nothing is awaited
 * @param fetch how to get and open the film; null when it is not paid for
 * @param address where its mails go; null when there will be none
 * @param gift how its giver hands it over; null when it is none
 * @param upgrades higher tiers and what they cost on top
 * @param refusal why the upgrade did not work just now
 * @param wayOn where the button leads when there is nothing to fetch
 */
record OrderView(
        String id,
        String heading,
        String sentence,
        @Nullable String note,
        String tier,
        String amount,
        @Nullable Instant premiere,
        @Nullable String refresh,
        @Nullable Fetch fetch,
        @Nullable Address address,
        @Nullable Gift gift,
        List<Upgrade> upgrades,
        @Nullable String refusal,
        String wayOn,
        String wayOnLabel) {

    /**
     * @param keyring address of the key on this host; null before the premiere
     * @param withdrawn why it can be fetched here no more; null while it can
     * @param folder what the torrent is called
     * @param newer the newest version; null where there is none
     */
    record Fetch(
            @Nullable String keyring,
            String slug,
            String magnet,
            @Nullable String withdrawn,
            String folder,
            List<String> ageLines,
            String unlockLine,
            @Nullable Newer newer) {}

    /**
     * A later version, which the order opens too.
     *
     * @param premiere when its key opens; null where it is open
     */
    record Newer(String slug, String magnet, @Nullable Instant premiere) {}

    /**
     * @param email where mails go now
     * @param typed what was typed in its place
     * @param bounced whether the last mail came back
     * @param refusal why the correction did not work just now
     */
    record Address(String email, String typed, boolean bounced, @Nullable String refusal) {}

    /**
     * @param link redeems the gift, once; null until it is asked for
     * @param refusal why there is no link
     */
    record Gift(@Nullable String link, @Nullable String refusal) {}

    /**
     * @param adds what it opens that the order does not
     * @param minor the difference in minor units, so that a change in between is noticed
     * @param key makes a second press of the button the same purchase
     */
    record Upgrade(
            String offerId, String tier, String adds, String difference, long minor, String key) {}

    OrderView with(Address another) {
        return new OrderView(
                id,
                heading,
                sentence,
                note,
                tier,
                amount,
                premiere,
                refresh,
                fetch,
                another,
                gift,
                upgrades,
                refusal,
                wayOn,
                wayOnLabel);
    }

    OrderView with(Gift another) {
        return new OrderView(
                id,
                heading,
                sentence,
                note,
                tier,
                amount,
                premiere,
                refresh,
                fetch,
                address,
                another,
                upgrades,
                refusal,
                wayOn,
                wayOnLabel);
    }

    /**
     * @param why the upgrade did not work; null when none was tried
     */
    OrderView with(List<Upgrade> others, @Nullable String why) {
        return new OrderView(
                id,
                heading,
                sentence,
                note,
                tier,
                amount,
                premiere,
                refresh,
                fetch,
                address,
                gift,
                others,
                why,
                wayOn,
                wayOnLabel);
    }

    /** Leaves addresses and links out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "OrderView[id=" + id + "]";
    }
}
