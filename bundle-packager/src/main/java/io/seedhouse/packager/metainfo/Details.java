package io.seedhouse.packager.metainfo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a torrent says besides its content. {@code isPrivate}, {@code source}, {@code similar} and
 * {@code collections} lie in the info dictionary and so change the infohash; the rest does not.
 *
 * @param trackerTiers announce addresses; a client turns to a tier when the ones before it fail
 *     (BEP 12)
 * @param webSeeds addresses of web servers that have the content (BEP 19)
 * @param isPrivate whether peers may come from the trackers alone (BEP 27)
 * @param source a mark that trackers set so that their torrents have infohashes of their own
 * @param similar infohashes in hexadecimal of torrents that may share files with this one (BEP 38)
 * @param collections names of series of torrents that may share files (BEP 38)
 * @param created when it was made, to the second
 * @param comment a remark for people
 * @param createdBy the program that made it
 */
public record Details(
        List<List<String>> trackerTiers,
        List<String> webSeeds,
        boolean isPrivate,
        Optional<String> source,
        List<String> similar,
        List<String> collections,
        Optional<Instant> created,
        Optional<String> comment,
        Optional<String> createdBy) {

    public Details {
        trackerTiers = trackerTiers.stream().map(List::copyOf).toList();
        webSeeds = List.copyOf(webSeeds);
        similar = List.copyOf(similar);
        collections = List.copyOf(collections);
    }
}
