package io.seedhouse.tracker.bench;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Our web seed as the platform runs it. Arguments: port, content folder, bundle, torrent name. */
public final class SeedServer {
    private SeedServer() {}

    public static void main(String[] arguments) throws Exception {
        UUID bundle = UUID.fromString(arguments[2]);
        Torrent film = new Torrent(bundle, new Infohash("a".repeat(40)), null, arguments[3]);
        try (EmbeddedTracker tracker =
                new EmbeddedTracker(
                        Integer.parseInt(arguments[0]),
                        Admitting.only(film),
                        Path.of(arguments[1]),
                        Networks.parse("", "exempt"),
                        new Tally())) {
            System.out.println("ready " + tracker.port());
            new CountDownLatch(1).await();
        }
    }
}
