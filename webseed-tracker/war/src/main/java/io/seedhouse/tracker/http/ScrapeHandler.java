package io.seedhouse.tracker.http;

import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.MalformedRequest;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import io.seedhouse.tracker.wire.ScrapeRequest;
import io.seedhouse.tracker.wire.WireInfohash;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.HashMap;
import java.util.Map;

/** {@code GET /scrape} (BEP 48): the torrents asked about that are admitted. */
final class ScrapeHandler implements HttpHandler {
    private final AdmittedTorrents admitted;

    ScrapeHandler(AdmittedTorrents admitted) {
        this.admitted = admitted;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        BencodedReply.send(exchange, answer(exchange.getQueryString()));
    }

    private byte[] answer(String query) {
        try {
            Map<WireInfohash, ScrapeAnswer.Counts> files = new HashMap<>();
            for (WireInfohash infohash : ScrapeRequest.parse(query).infohashes()) {
                admitted.announced(infohash)
                        .ifPresent(known -> files.put(infohash, known.swarm().counts()));
            }
            return files.isEmpty()
                    ? Failure.NOT_SERVED.encoded()
                    : new ScrapeAnswer(files).encoded();
        } catch (MalformedRequest e) {
            return e.failure().encoded();
        }
    }
}
