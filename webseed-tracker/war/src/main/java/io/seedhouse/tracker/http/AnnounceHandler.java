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
import java.util.Arrays;
import java.util.Optional;

/** {@code GET /announce} (BEP 3, 7, 23 and 24). Never blocks, so it stays on the I/O thread. */
final class AnnounceHandler implements HttpHandler {
    private final AdmittedTorrents admitted;
    private final TrustedProxies proxies;
    private final Networks exempt;
    private final Tally tally;
    private final ThreadLocal<Announce> announces = ThreadLocal.withInitial(Announce::new);

    AnnounceHandler(
            AdmittedTorrents admitted, TrustedProxies proxies, Networks exempt, Tally tally) {
        this.admitted = admitted;
        this.proxies = proxies;
        this.exempt = exempt;
        this.tally = tally;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        BencodedReply.send(exchange, answer(exchange));
    }

    private byte[] answer(HttpServerExchange exchange) {
        try {
            AnnounceRequest request = AnnounceRequest.parse(exchange.getQueryString());
            Optional<Announced> announced = admitted.announced(request.infohash());
            return announced.isEmpty()
                    ? refused(request.infohash())
                    : encoded(request, announced.get(), proxies.clientOf(exchange).getAddress());
        } catch (MalformedRequest e) {
            return e.failure().encoded();
        }
    }

    private byte[] refused(WireInfohash hash) {
        tally.refused(Transport.HTTP);
        return admitted.refusal(hash.first(), hash.second(), hash.third()).encoded();
    }

    private byte[] encoded(AnnounceRequest request, Announced announced, byte[] address) {
        Announce announce =
                announces
                        .get()
                        .from(
                                address,
                                0,
                                Family.ofLength(address.length),
                                request.port(),
                                exempt.contain(address, address.length))
                        .says(
                                announced.version(),
                                request.event(),
                                request.left(),
                                request.wanted())
                        .at(Clock.seconds(), true);
        tally.announced(Transport.HTTP, announced.swarm().announce(announce));
        AnnounceAnswer answer =
                new AnnounceAnswer(
                        announce.interval(),
                        Intervals.LEAST,
                        announce.seeders(),
                        announce.leechers(),
                        address,
                        peers(announce, Family.V4),
                        peers(announce, Family.V6));
        return request.compact() ? answer.compact() : answer.listed();
    }

    private static byte[] peers(Announce announce, Family family) {
        return Arrays.copyOf(announce.peers(family), announce.count(family) * family.wireBytes());
    }
}
