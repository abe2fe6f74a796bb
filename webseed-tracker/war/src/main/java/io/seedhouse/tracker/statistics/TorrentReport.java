package io.seedhouse.tracker.statistics;

import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.wire.ScrapeAnswer.Counts;

/**
 * One torrent in numbers.
 *
 * @param counts of its swarm, which another bundle may share
 * @param bytes sent by the web seed for its bundle
 */
public record TorrentReport(Torrent torrent, Counts counts, long bytes) {
    /** Seeders and leechers. */
    public long peers() {
        return (long) counts.seeders() + counts.leechers();
    }

    /** Peers that have what they want of it, but not everything (BEP 21). */
    public int partial() {
        return counts.leechers() - counts.downloaders();
    }

    /** Leechers that still fetch. */
    public int fetching() {
        return counts.downloaders();
    }

    /** Whether it goes by an infohash of 40 or 64 hexadecimal digits in lower case. */
    public boolean isNamed(String hex) {
        return torrent.v1().hex().equals(hex)
                || torrent.v2() != null
                        && (torrent.v2().hex().equals(hex)
                                || torrent.v2().hex().substring(0, 40).equals(hex));
    }
}
