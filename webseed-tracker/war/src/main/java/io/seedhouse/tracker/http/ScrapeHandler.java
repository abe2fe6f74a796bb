package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.Bencoder;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.MalformedRequest;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import io.seedhouse.tracker.wire.ScrapeRequest;
import io.seedhouse.tracker.wire.WireInfohash;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code GET /scrape} (BEP 48): the torrents asked about that are admitted. One that names none
 * asks about all, and is answered only where the operator wants that: it tells anyone what is
 * served here, drafts shared early included.
 */
final class ScrapeHandler implements HttpHandler {
    /** Torrents in the answer to a scrape of everything. */
    static final int MOST_OF_ALL = 2000;

    private static final Failure NO_LIST =
            Failure.forGood("This tracker gives no list of its torrents; name one with info_hash.");

    private final AdmittedTorrents admitted;
    private final boolean full;
    private final Tally tally;

    /**
     * @param full whether to answer a scrape of everything
     */
    ScrapeHandler(AdmittedTorrents admitted, boolean full, Tally tally) {
        this.admitted = admitted;
        this.full = full;
        this.tally = tally;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Desk desk = Desk.mine();
        long started = desk.stopwatch.start();
        try {
            answer(ScrapeRequest.parse(exchange.getQueryString()), desk.reply);
        } catch (MalformedRequest e) {
            tally.malformed(Transport.HTTP);
            desk.reply.put(e.failure().encoded());
        }
        desk.send(exchange);
        desk.stopwatch.stop(started, tally);
    }

    private void answer(ScrapeRequest request, Bencoder reply) {
        boolean everything = request.infohashes().isEmpty();
        SortedMap<WireInfohash, ScrapeAnswer.Counts> files =
                everything && full ? admitted.counts(MOST_OF_ALL) : known(request);
        if (files.isEmpty() && !(everything && full)) {
            tally.refused(Transport.HTTP);
            reply.put(everything ? NO_LIST.encoded() : refusal(request).encoded());
        } else {
            tally.scraped(Transport.HTTP);
            new ScrapeAnswer(files).writeTo(reply);
        }
    }

    private SortedMap<WireInfohash, ScrapeAnswer.Counts> known(ScrapeRequest request) {
        SortedMap<WireInfohash, ScrapeAnswer.Counts> files = new TreeMap<>();
        for (WireInfohash hash : request.infohashes()) {
            Announced found = admitted.find(hash.first(), hash.second(), hash.third());
            if (found != null) {
                files.put(hash, found.swarm().counts());
            }
        }
        return files;
    }

    private Failure refusal(ScrapeRequest request) {
        WireInfohash first = request.infohashes().getFirst();
        return admitted.refusal(first.first(), first.second(), first.third());
    }
}
