package io.seedhouse.tracker.courtesy;

/** What the pulls of one torrent share. */
final class Lane {
    final Rate courteous;
    final Rate torrent;
    final Progress progress = new Progress();

    Lane(Rates rates) {
        courteous = new Rate(rates.courteous());
        torrent = new Rate(rates.perTorrent());
    }
}
