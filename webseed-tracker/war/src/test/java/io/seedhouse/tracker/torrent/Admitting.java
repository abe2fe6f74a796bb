package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Torrent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Lets tests of the other packages serve a torrent without a database. */
public final class Admitting {
    private Admitting() {}

    public static AdmittedTorrents only(Torrent... torrents) {
        AdmittedTorrents admitted = new AdmittedTorrents();
        for (Torrent torrent : torrents) {
            admitted.put(torrent, 0);
        }
        return admitted;
    }

    public static void admit(AdmittedTorrents admitted, Torrent torrent) {
        admitted.put(torrent, 0);
    }

    public static void lock(AdmittedTorrents admitted, UUID bundle, @Nullable Instant until) {
        admitted.lock(bundle, until);
    }

    public static void retire(AdmittedTorrents admitted, Torrent torrent, String reason) {
        admitted.retire(torrent, reason);
    }
}
