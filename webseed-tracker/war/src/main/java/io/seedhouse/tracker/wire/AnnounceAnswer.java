package io.seedhouse.tracker.wire;

import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to an announce.
 *
 * @param interval seconds until the next announce is due
 * @param leastInterval seconds a client should let pass between two announces
 * @param seeders peers of the swarm that have everything
 * @param leechers peers that still fetch
 */
public record AnnounceAnswer(
        int interval, int leastInterval, int seeders, int leechers, List<AnnouncedPeer> peers) {

    /** In bencoding, peers as bytes: IPv4 as in BEP 23, IPv6 as in BEP 7. */
    public byte[] compact() {
        StringBuilder v4 = new StringBuilder();
        StringBuilder v6 = new StringBuilder();
        for (AnnouncedPeer peer : peers) {
            append(peer.address().address() instanceof Inet4Address ? v4 : v6, peer.address());
        }
        SortedMap<String, Object> answer = numbers();
        answer.put("peers", v4.toString());
        if (!v6.isEmpty()) {
            answer.put("peers6", v6.toString());
        }
        return Bencoding.of(answer);
    }

    /** In bencoding, one dictionary for each peer (BEP 3). */
    public byte[] listed(boolean withIds) {
        SortedMap<String, Object> answer = numbers();
        answer.put("peers", peers.stream().map(peer -> dictionary(peer, withIds)).toList());
        return Bencoding.of(answer);
    }

    private SortedMap<String, Object> numbers() {
        SortedMap<String, Object> answer = new TreeMap<>();
        answer.put("interval", interval);
        answer.put("min interval", leastInterval);
        answer.put("complete", seeders);
        answer.put("incomplete", leechers);
        return answer;
    }

    private static void append(StringBuilder bytes, PeerAddress peer) {
        byte[] address = peer.address().getAddress();
        bytes.append(new String(address, StandardCharsets.ISO_8859_1));
        bytes.append((char) (peer.port() >> 8)).append((char) (peer.port() & 0xff));
    }

    private static SortedMap<String, Object> dictionary(AnnouncedPeer peer, boolean withId) {
        SortedMap<String, Object> entry = new TreeMap<>();
        entry.put("ip", peer.address().address().getHostAddress());
        entry.put("port", peer.address().port());
        if (withId) {
            entry.put("peer id", peer.id());
        }
        return entry;
    }
}
