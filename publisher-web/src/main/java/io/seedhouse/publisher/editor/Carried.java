package io.seedhouse.publisher.editor;

import io.seedhouse.publisher.page.Sizes;
import io.seedhouse.tracker.api.Deliveries.Delivered;
import io.seedhouse.tracker.api.Torrents.Swarm;
import org.jspecify.annotations.Nullable;

/**
 * Who carries a bundle that is served: its swarm now, and the part that peers took off our web seed
 * since the server started.
 *
 * @param percent of the finished downloads' bytes that came from peers, at least; null before one
 *     has finished
 * @param sent bytes that the web seed sent, in words
 * @param downloads finished while it sent them
 */
record Carried(
        long sharing,
        long fetching,
        long finished,
        @Nullable Integer percent,
        String sent,
        long downloads) {

    static Carried of(Swarm swarm, Delivered given) {
        var share = given.shareOfPeers();
        return new Carried(
                swarm.seeders(),
                swarm.leechers(),
                swarm.completed(),
                share.isPresent() ? (int) (100 * share.getAsDouble()) : null,
                Sizes.of(given.bytes()),
                given.completed());
    }
}
