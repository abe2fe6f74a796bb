package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.api.Deliveries.Delivered;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps bytes sent and downloads completed over the same time, so that they can be compared: for
 * each torrent since its first transfer.
 */
public final class Ledger {
    private final Map<UUID, Long> completedBefore = new ConcurrentHashMap<>();
    private final AdmittedTorrents admitted;
    private final Tally tally;

    public Ledger(AdmittedTorrents admitted, Tally tally) {
        this.admitted = admitted;
        this.tally = tally;
    }

    void begin(UUID bundle) {
        completedBefore.computeIfAbsent(bundle, this::completed);
    }

    void sent(UUID bundle, long bytes) {
        tally.bytesServed(bundle, bytes);
    }

    Delivered delivered(UUID bundle, long torrentBytes) {
        long completed = completed(bundle);
        long before = completedBefore.getOrDefault(bundle, completed);
        return new Delivered(tally.bytesOf(bundle), Math.max(0, completed - before), torrentBytes);
    }

    private long completed(UUID bundle) {
        return admitted.counts(bundle).map(ScrapeAnswer.Counts::completed).orElse(0L);
    }
}
