package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Stopwatch;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.wire.Bencoder;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/** What an I/O thread answers with: made once for each, used for every request it handles. */
final class Desk {
    private static final ThreadLocal<Desk> DESKS = ThreadLocal.withInitial(Desk::new);

    final Announce announce = new Announce();
    final Bencoder reply = new Bencoder();
    final Stopwatch stopwatch = new Stopwatch(Transport.HTTP);

    private Desk() {}

    /** This thread's, with nothing written yet. */
    static Desk mine() {
        Desk desk = DESKS.get();
        desk.reply.clear();
        return desk;
    }

    /**
     * Sends what was written: always a 200, for a failure too; that is how clients expect it. A
     * client that does not take it all at once keeps the bytes, and the next answer gets others.
     */
    void send(HttpServerExchange exchange) {
        ByteBuffer written = ByteBuffer.wrap(reply.bytes(), 0, reply.length());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(written);
        if (written.hasRemaining() || reply.isLarge()) {
            reply.renew();
        }
    }
}
