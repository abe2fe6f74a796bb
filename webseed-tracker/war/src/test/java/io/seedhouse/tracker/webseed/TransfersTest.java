package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransfersTest {
    private static final UUID BUNDLE = UUID.randomUUID();

    private final Courtesy courtesy = Courtesy.none();
    private final Transfers transfers = new Transfers(origin());

    private Origin origin() {
        var admitted =
                Admitting.only(new Torrent(BUNDLE, new Infohash("a".repeat(40)), null, "Film"));
        return new Origin(
                admitted,
                Path.of("unused"),
                new Ledger(admitted, new Tally()),
                courtesy,
                WebSeeds.TOKENS,
                exchange -> InetAddress.getLoopbackAddress(),
                Networks.parse("", "exempt"),
                Origin.Limits.of(8));
    }

    /** An exchange without a connection has no thread that could send. */
    @Test
    void giveAClientsShareBackWhenATransferCannotBegin() throws IOException {
        Body body = Body.of(new Seed.Pad(5), new ByteRange.Part(0, 4));
        assertThrows(
                NullPointerException.class,
                () -> transfers.begin(new HttpServerExchange(null), BUNDLE, body, 5));
        assertEquals(0, courtesy.pulls());
    }
}
