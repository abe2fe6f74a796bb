package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.swarm.Clock;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.AnnounceAnswer;
import io.seedhouse.tracker.wire.AnnounceRequest;
import io.seedhouse.tracker.wire.MalformedRequest;
import io.seedhouse.tracker.wire.Networks;
import io.seedhouse.tracker.wire.WireInfohash;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * {@code GET /announce} (BEP 3, 7, 21, 23, 24 and 31). Never blocks, so it stays on the I/O thread.
 */
final class AnnounceHandler implements HttpHandler {
    private final AdmittedTorrents admitted;
    private final TrustedProxies proxies;
    private final Networks exempt;
    private final Tally tally;

    AnnounceHandler(
            AdmittedTorrents admitted, TrustedProxies proxies, Networks exempt, Tally tally) {
        this.admitted = admitted;
        this.proxies = proxies;
        this.exempt = exempt;
        this.tally = tally;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Desk desk = Desk.mine();
        long started = desk.stopwatch.start();
        try {
            AnnounceRequest request = AnnounceRequest.parse(exchange.getQueryString());
            WireInfohash hash = request.infohash();
            Announced found = admitted.find(hash.first(), hash.second(), hash.third());
            if (found == null) {
                tally.refused(Transport.HTTP);
                desk.reply.put(
                        admitted.refusal(hash.first(), hash.second(), hash.third()).encoded());
            } else {
                announce(request, found, proxies.clientOf(exchange).getAddress(), desk);
            }
        } catch (MalformedRequest e) {
            tally.malformed(Transport.HTTP);
            desk.reply.put(e.failure().encoded());
        }
        desk.send(exchange);
        desk.stopwatch.stop(started, tally);
    }

    private void announce(AnnounceRequest request, Announced found, byte[] address, Desk desk) {
        boolean spared = exempt.contain(address, address.length);
        Family family = Family.ofLength(address.length);
        Announce announce =
                desk.announce
                        .from(address, 0, family, request.port(), spared)
                        .says(found.version(), request.event(), request.left(), request.wanted())
                        .at(Clock.seconds(), true);
        tally.announced(Transport.HTTP, found.swarm().announce(announce));
        AnnounceAnswer answer = answer(announce, address);
        if (request.compact()) {
            answer.compactTo(desk.reply);
        } else {
            answer.listTo(desk.reply);
        }
    }

    private static AnnounceAnswer answer(Announce announce, byte[] address) {
        return new AnnounceAnswer(
                announce.interval(),
                Intervals.LEAST,
                announce.seeders(),
                announce.leechers(),
                address,
                announce.peers(Family.V4),
                announce.count(Family.V4),
                announce.peers(Family.V6),
                announce.count(Family.V6));
    }
}
