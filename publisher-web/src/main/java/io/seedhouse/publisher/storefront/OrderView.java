package io.seedhouse.publisher.storefront;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param sentence what is the matter; a premiere's moment follows it
 * @param refresh content of the refresh element; null when nothing is awaited
 * @param fetch how to get and open the film; null when it is not paid for
 * @param wayOn where the button leads when there is nothing to fetch
 */
record OrderView(
        String heading,
        String sentence,
        String tier,
        String amount,
        @Nullable Instant premiere,
        @Nullable String refresh,
        @Nullable Fetch fetch,
        String wayOn,
        String wayOnLabel) {

    /**
     * @param keyring address of the key on this host; null before the premiere
     * @param withdrawn why it can be fetched here no more; null while it can
     * @param folder what the torrent is called
     */
    record Fetch(
            @Nullable String keyring,
            String slug,
            String magnet,
            @Nullable String withdrawn,
            String folder,
            List<String> ageLines,
            String unlockLine) {}
}
