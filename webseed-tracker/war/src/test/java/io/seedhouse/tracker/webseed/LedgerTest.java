package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Deliveries.Delivered;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.WireInfohash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final Torrent FILM =
            new Torrent(BUNDLE, new Infohash("a".repeat(40)), null, "Film");

    private final AdmittedTorrents admitted = Admitting.only(FILM);
    private final Ledger ledger = new Ledger(admitted, new Tally());

    private void complete(int peer) {
        Announce announce = new Announce();
        announce.from(new byte[] {10, 0, 0, (byte) peer}, 0, Family.V4, 6881, true)
                .says(InfohashVersion.V1, AnnounceEvent.COMPLETED, 0, 0)
                .at(1, false);
        admitted.announced(WireInfohash.of(FILM.v1())).orElseThrow().swarm().announce(announce);
    }

    @Test
    void knowsNoShareBeforeTheFirstCompletion() {
        ledger.begin(BUNDLE);
        ledger.sent(BUNDLE, 500);
        assertEquals(OptionalDouble.empty(), ledger.delivered(BUNDLE, 1000).shareOfPeers());
    }

    @Test
    void takesForPeersWhatTheCompletedNeededAndWeDidNotSend() {
        ledger.begin(BUNDLE);
        complete(1);
        complete(2);
        ledger.sent(BUNDLE, 500);
        Delivered delivered = ledger.delivered(BUNDLE, 1000);
        assertEquals(new Delivered(500, 2, 1000), delivered);
        assertEquals(0.75, delivered.shareOfPeers().orElseThrow());
    }

    @Test
    void countsNoCompletionFromBeforeTheFirstTransfer() {
        complete(1);
        ledger.begin(BUNDLE);
        ledger.sent(BUNDLE, 100);
        complete(2);
        ledger.begin(BUNDLE);
        assertEquals(1, ledger.delivered(BUNDLE, 1000).completed());
    }

    @Test
    void neverSaysLessThanNothing() {
        ledger.begin(BUNDLE);
        complete(1);
        ledger.sent(BUNDLE, 5000);
        assertEquals(0, ledger.delivered(BUNDLE, 1000).shareOfPeers().orElseThrow());
    }

    @Test
    void readsATorrentsSizeFromItsFiles(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("Film/free"));
        Files.write(folder.resolve("a"), new byte[300]);
        Files.write(home.resolve("Film/b"), new byte[40]);
        assertEquals(340, Content.sizeOf(home.resolve("Film")));
        assertEquals(40, Content.sizeOf(home.resolve("Film/b")));
        assertTrue(Content.sizeOf(home.resolve("Other")) == 0);
    }
}
