package io.seedhouse.tracker.statistics;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.ScrapeAnswer.Counts;
import io.seedhouse.tracker.wire.WireInfohash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What there is to tell at one moment: sums, never an address.
 *
 * @param swarms one for each torrent
 * @param peers seeders and leechers of all swarms
 * @param evictions peers that had to make room for others
 * @param bytes sent by the web seed
 * @param torrents those the reader may know of, most peers first; empty when that is none of the
 *     reader's business
 */
public record Report(
        Tally tally,
        int swarms,
        long peers,
        long evictions,
        long bytes,
        Optional<List<TorrentReport>> torrents) {
    /** Torrents a report names. */
    public static final int MOST = 1000;

    private static final Pattern INFOHASH = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");

    /** Of the tracker as a whole. */
    public static Report overall(Tally tally, AdmittedTorrents admitted) {
        return new Report(
                tally,
                admitted.swarms(),
                admitted.peers(),
                admitted.evicted(),
                tally.bytes(),
                Optional.empty());
    }

    /** With every torrent. */
    public Report withAll(AdmittedTorrents admitted) {
        List<TorrentReport> found = new ArrayList<>();
        admitted.forEach((torrent, counts) -> found.add(report(torrent, counts)));
        found.sort(Comparator.comparingLong(TorrentReport::peers).reversed());
        return with(List.copyOf(found.subList(0, Math.min(MOST, found.size()))));
    }

    /**
     * With the torrent of an infohash, if there is one. Anyone may ask, so it is looked up and not
     * looked for.
     *
     * @param hex 40 or 64 digits in lower case; anything else names none
     */
    public Report withNamed(AdmittedTorrents admitted, String hex) {
        return with(
                INFOHASH.matcher(hex).matches()
                        ? admitted
                                .announced(WireInfohash.of(new Infohash(hex)))
                                .map(found -> report(found.torrent(), found.swarm().counts()))
                                .filter(one -> one.isNamed(hex))
                                .stream()
                                .toList()
                        : List.of());
    }

    private Report with(List<TorrentReport> found) {
        return new Report(tally, swarms, peers, evictions, bytes, Optional.of(found));
    }

    private TorrentReport report(Torrent torrent, Counts counts) {
        return new TorrentReport(torrent, counts, tally.bytesOf(torrent.bundleId()));
    }
}
