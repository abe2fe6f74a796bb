package io.seedhouse.tracker.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.WireInfohash;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signalling between eight browsers without sockets, beside a plain account of who is in which
 * swarm. Everything that anybody is sent is examined: whether it is JSON, whether an offer's
 * receiver announced what its sender did, and whether an answer goes, once and in time, to the
 * connection that made the offer.
 */
@SuppressWarnings("NullAway") // these connections have no channel
final class WatchedSignalling {
    /** A hybrid's two, another's, and one that is not admitted. */
    static final List<String> INFOHASHES =
            List.of("a".repeat(20), "b".repeat(20), "c".repeat(20), "d".repeat(20));

    private static final Torrent HYBRID =
            new Torrent(
                    new UUID(1, 1),
                    new Infohash("61".repeat(20)),
                    new Infohash("62".repeat(32)),
                    "");
    private static final Torrent OTHER =
            new Torrent(new UUID(1, 2), new Infohash("63".repeat(20)), null, "");
    private static final int BROWSERS = 8;

    private final AdmittedTorrents admitted = Admitting.only(HYBRID, OTHER);
    private final MessageReader reader = new MessageReader();
    private final Tally tally = new Tally();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Carried> waiting = new ArrayList<>();
    private final Memory remembered = new Memory(1000);
    private long now;
    private final Signalling signalling = new Signalling(admitted, tally, () -> now);

    /** An offer on its way, until it is answered. */
    private record Carried(
            Visit from, Visit to, String infohash, String peerId, String id, long at) {}

    WatchedSignalling() {
        for (int i = 0; i < BROWSERS; i++) {
            visits.add(new Visit());
        }
    }

    /** A connection, and by the account what it takes part in. */
    private final class Visit extends Connection {
        final Map<Swarm, Set<WireInfohash>> there = new IdentityHashMap<>();
        final Map<Swarm, Boolean> seeds = new IdentityHashMap<>();
        final List<JsonObject> offers = new ArrayList<>();
        boolean ended;

        Visit() {
            super(null, new Visitor(1, false), tally, null, remembered, now);
        }

        @Override
        void send(byte[] text) {
            require(text.length <= 512 + 6 * Receiver.LONGEST_MESSAGE, "a message too long");
            overhear(this, Json.createReader(new ByteArrayInputStream(text)).readObject());
        }

        @Override
        void close(int code, long at) {
            isLeft(at);
            ended = true;
            there.clear();
        }

        @Override
        void drop() {
            throw new AssertionError("dropped without a reason");
        }
    }

    private Visit speaker;

    void say(int who, String text) {
        Visit visit = visits.get(who);
        speaker = visit;
        announceOf(text).ifPresent(says -> account(visit, says));
        signalling.take(visit, text);
        if (visit.ended) {
            visits.set(who, new Visit());
        }
    }

    private Optional<Message.Announce> announceOf(String text) {
        try {
            return reader.read(text) instanceof Message.Announce says
                    ? Optional.of(says)
                    : Optional.empty();
        } catch (MalformedMessage e) {
            return Optional.empty();
        }
    }

    private void account(Visit visit, Message.Announce says) {
        Announced torrent = admitted.announced(says.infohash()).orElse(null);
        if (torrent == null) {
            return;
        }
        Set<WireInfohash> there =
                visit.there.computeIfAbsent(torrent.swarm(), unused -> new HashSet<>());
        if (says.event() == AnnounceEvent.STOPPED) {
            there.remove(says.infohash());
        } else {
            there.add(says.infohash());
            visit.seeds.put(torrent.swarm(), says.complete());
        }
    }

    private void overhear(Visit to, JsonObject reply) {
        if (reply.containsKey("offer")) {
            String infohash = reply.getString("info_hash");
            require(to != speaker, "an offer came back");
            require(isThere(to, infohash), "an offer for somebody who is not there");
            require(isThere(speaker, infohash), "an offer of somebody who is not there");
            require(
                    !(seeds(to, infohash) && seeds(speaker, infohash)),
                    "a seeder's offer to a seeder");
            String peerId = reply.getString("peer_id");
            String id = reply.getString("offer_id");
            waiting.add(new Carried(speaker, to, infohash, peerId, id, now));
            to.offers.add(reply);
        } else if (reply.containsKey("answer")) {
            Carried answered = answered(to, reply);
            require(answered != null, "an answer that nobody waits for");
            waiting.remove(answered);
        } else {
            require(
                    to == speaker || reply.containsKey("failure reason"),
                    "an answer to somebody who has not asked");
        }
    }

    /** Of several that are alike any may have been meant. */
    private Carried answered(Visit to, JsonObject answer) {
        for (Carried each : waiting) {
            if (each.from() == to
                    && each.to() == speaker
                    && each.infohash().equals(answer.getString("info_hash"))
                    && each.id().equals(answer.getString("offer_id"))
                    && now - each.at() < Peer.OFFER_MILLIS
                    && isThere(to, each.infohash())) {
                return each;
            }
        }
        return null;
    }

    private boolean isThere(Visit visit, String infohash) {
        WireInfohash wire = WireInfohash.of(infohash.getBytes(ISO_8859_1));
        return admitted.announced(wire)
                .map(torrent -> visit.there.getOrDefault(torrent.swarm(), Set.of()).contains(wire))
                .orElse(false);
    }

    private boolean seeds(Visit visit, String infohash) {
        return admitted.announced(WireInfohash.of(infohash.getBytes(ISO_8859_1)))
                .map(torrent -> visit.seeds.getOrDefault(torrent.swarm(), false))
                .orElse(false);
    }

    /** Answers an offer that came, or says so of one that came to another. */
    void answer(int who, int which) {
        List<JsonObject> offers = visits.get((who + (which >> 6)) % BROWSERS).offers;
        if (!offers.isEmpty()) {
            JsonObject offer = offers.get(which % 64 % offers.size());
            String id = String.valueOf(who).repeat(20);
            say(
                    who,
                    Browser.message("announce", offer.getString("info_hash"))
                            .add("peer_id", id)
                            .add("to_peer_id", offer.getString("peer_id"))
                            .add("offer_id", offer.getString("offer_id"))
                            .add("answer", Browser.description("answer", "s"))
                            .build()
                            .toString());
        }
    }

    void pass(long millis) {
        now += millis;
    }

    void comesAgain(int who) {
        Visit gone = visits.set(who, new Visit());
        gone.leave();
    }

    void tidy() {
        signalling.tidy();
    }

    void retireOrAdmit() {
        if (admitted.torrent(HYBRID.bundleId()).isPresent()) {
            Admitting.retire(admitted, HYBRID, "Withdrawn.");
        } else {
            Admitting.admit(admitted, HYBRID);
        }
    }

    void checkNumbers() {
        for (String infohash : INFOHASHES) {
            admitted.announced(WireInfohash.of(infohash.getBytes(ISO_8859_1)))
                    .map(Announced::swarm)
                    .ifPresent(this::checkNumbers);
        }
    }

    private void checkNumbers(Swarm swarm) {
        Map<Boolean, Integer> counts = new HashMap<>();
        for (Visit visit : visits) {
            if (!visit.there.getOrDefault(swarm, Set.of()).isEmpty()) {
                counts.merge(visit.seeds.getOrDefault(swarm, false), 1, Integer::sum);
            }
        }
        require(swarm.seeders() == counts.getOrDefault(true, 0), "another number of seeders");
        require(swarm.leechers() == counts.getOrDefault(false, 0), "another number of leechers");
    }

    /** Nobody is left when all connections end. */
    void allGo() {
        for (int who = 0; who < BROWSERS; who++) {
            comesAgain(who);
        }
        require(remembered.taken() == 0, "something is remembered of those who are gone");
        checkNumbers();
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }
}
