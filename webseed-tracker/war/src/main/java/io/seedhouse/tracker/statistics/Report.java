package io.seedhouse.tracker.statistics;

import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.ScrapeAnswer.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** With the torrents that meet a condition. */
    public Report with(AdmittedTorrents admitted, Predicate<TorrentReport> wanted) {
        List<TorrentReport> found = new ArrayList<>();
        admitted.forEach((torrent, counts) -> {
            TorrentReport one = report(torrent, counts);
            if (wanted.test(one)) {
                found.add(one);
            }
        });
        found.sort(Comparator.comparingLong(TorrentReport::peers).reversed());
        List<TorrentReport> most = List.copyOf(found.subList(0, Math.min(MOST, found.size())));
        return new Report(tally, swarms, peers, evictions, bytes, Optional.of(most));
    }

    private TorrentReport report(Torrent torrent, Counts counts) {
        return new TorrentReport(torrent, counts, tally.bytesOf(torrent.bundleId()));
    }
}
