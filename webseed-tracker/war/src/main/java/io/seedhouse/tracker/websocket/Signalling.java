package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.statistics.Stopwatch;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import io.seedhouse.tracker.wire.WireInfohash;
import io.undertow.websockets.core.CloseMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What is done about each message. */
final class Signalling {
    private static final String NO_LIST =
            "This tracker gives no list of its torrents; name one with info_hash.";
    private static final String TOO_MANY_TORRENTS =
            "One connection may take part in %d torrents at most."
                    .formatted(Connection.MOST_TORRENTS);

    private static final String NO_ROOM = "The tracker has no room for more; come again later.";

    /**
     * A browser's offers live for less than a minute, so it must come again oftener than others to
     * meet whoever came since.
     */
    private static final int OFTENER = 8;

    private final AdmittedTorrents admitted;
    private final Tally tally;
    private final LongSupplier clock;
    private final Pools pools;
    private final MessageReader reader = new MessageReader();
    private final Replies replies = new Replies();

    /** One for each I/O thread. */
    private final ThreadLocal<Stopwatch> stopwatches =
            ThreadLocal.withInitial(() -> new Stopwatch(Transport.WEBSOCKET));

    /**
     * @param clock milliseconds, never going back
     */
    Signalling(AdmittedTorrents admitted, Tally tally, LongSupplier clock) {
        this.admitted = admitted;
        this.tally = tally;
        this.clock = clock;
        this.pools = new Pools(admitted);
    }

    long now() {
        return clock.getAsLong();
    }

    void take(Connection from, String text) {
        if (from.isClosing()) {
            return;
        }
        Stopwatch stopwatch = stopwatches.get();
        long started = stopwatch.start();
        answer(from, text);
        stopwatch.stop(started, tally);
    }

    private void answer(Connection from, String text) {
        try {
            switch (reader.read(text)) {
                case Message.Announce says -> announce(from, says);
                case Message.Answer says -> answer(from, says);
                case Message.Scrape says -> scrape(from, says);
            }
        } catch (MalformedMessage e) {
            from.refuse(replies.failed(e.sentence()), CloseMessage.MSG_VIOLATES_POLICY, now());
        }
    }

    void tooMany(Connection from) {
        from.refuse(
                replies.failed("These are too many messages."),
                CloseMessage.MSG_VIOLATES_POLICY,
                now());
    }

    private void announce(Connection from, Message.Announce says) {
        Optional<Announced> torrent = admitted.announced(says.infohash());
        if (torrent.isEmpty()) {
            tally.refused(Transport.WEBSOCKET);
            from.send(replies.refused(says.infohash(), refusal(says.infohash())));
        } else {
            announce(from, says, torrent.get());
        }
    }

    private void announce(Connection from, Message.Announce says, Announced torrent) {
        Pool pool = pools.of(torrent);
        Peer peer = from.peer(pool, says.peerId());
        if (peer == null) {
            tally.refused(Transport.WEBSOCKET);
            String why = from.takesPartInTooMany() ? TOO_MANY_TORRENTS : NO_ROOM;
            from.send(replies.refused(says.infohash(), why));
            return;
        }
        Outcome outcome = pool.announce(peer, says, now());
        tally.announced(Transport.WEBSOCKET, outcome);
        switch (outcome) {
            case FULL -> from.send(replies.refused(says.infohash(), refusal(says.infohash())));
            case ANSWERED -> {
                from.send(numbers(says.infohash(), torrent.swarm()));
                carry(says, pool.carry(peer, says, now()));
            }
            default -> from.send(numbers(says.infohash(), torrent.swarm()));
        }
    }

    private String refusal(WireInfohash infohash) {
        return admitted.refusal(infohash.first(), infohash.second(), infohash.third()).reason();
    }

    private byte[] numbers(WireInfohash infohash, Swarm swarm) {
        return replies.announced(
                infohash, swarm.interval() / OFTENER, swarm.seeders(), swarm.leechers());
    }

    private void carry(Message.Announce says, List<Pool.Carried> carried) {
        for (Pool.Carried each : carried) {
            each.to()
                    .connection
                    .send(replies.offered(says.infohash(), says.peerId(), each.offer()));
        }
    }

    /** An answer that nobody waits for is late rather than wrong, so nothing is said about it. */
    private void answer(Connection from, Message.Answer says) {
        Announced torrent = admitted.announced(says.infohash()).orElse(null);
        if (torrent != null) {
            Pool pool = pools.of(torrent);
            Peer answerer = from.peer(pool, says.peerId());
            Peer to = answerer == null ? null : pool.addressee(answerer, says, now());
            if (to != null) {
                to.connection.send(replies.answered(says));
            }
        }
    }

    private void scrape(Connection from, Message.Scrape says) {
        Map<WireInfohash, ScrapeAnswer.Counts> files = new HashMap<>();
        for (WireInfohash infohash : says.infohashes()) {
            admitted.announced(infohash)
                    .ifPresent(known -> files.put(infohash, known.swarm().counts()));
        }
        if (files.isEmpty()) {
            tally.refused(Transport.WEBSOCKET);
            from.send(
                    replies.refused(
                            says.infohashes().isEmpty()
                                    ? NO_LIST
                                    : refusal(says.infohashes().getFirst())));
        } else {
            tally.scraped(Transport.WEBSOCKET);
            from.send(replies.scraped(files, Intervals.LEAST));
        }
    }

    /** Sends home the peers of torrents that are retired, and forgets what is over. */
    void tidy() {
        pools.forgetOffers(now());
        for (Pool pool : pools.takeRetired()) {
            pool.close()
                    .forEach((infohash, peers) -> {
                        byte[] notice = replies.refused(infohash, refusal(infohash));
                        peers.forEach(peer -> peer.connection.send(notice));
                    });
        }
    }
}
