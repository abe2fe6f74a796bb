package io.seedhouse.tracker.http;

import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.AnnounceAnswer;
import io.seedhouse.tracker.wire.AnnounceRequest;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.MalformedRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.util.Optional;

/** {@code GET /announce} (BEP 3, 7 and 23). Never blocks, so it stays on the I/O thread. */
final class AnnounceHandler implements HttpHandler {
    static final String NOT_SERVED =
            "This tracker does not serve that torrent; get the current .torrent from its publisher.";

    private final AdmittedTorrents admitted;
    private final TrustedProxies proxies;

    AnnounceHandler(AdmittedTorrents admitted, TrustedProxies proxies) {
        this.admitted = admitted;
        this.proxies = proxies;
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
                    ? new Failure(NOT_SERVED).encoded()
                    : encoded(request, announced.get(), proxies.clientOf(exchange));
        } catch (MalformedRequest e) {
            return e.failure().encoded();
        }
    }

    private static byte[] encoded(AnnounceRequest request, Announced announced, InetAddress from) {
        AnnounceAnswer answer = announced.swarm().announce(announced.version(), request, from);
        return request.compact() ? answer.compact() : answer.listed(!request.withoutIds());
    }
}
