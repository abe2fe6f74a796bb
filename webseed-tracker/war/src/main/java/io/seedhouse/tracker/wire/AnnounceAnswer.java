package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.util.List;

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
        ByteArrayOutputStream v4 = new ByteArrayOutputStream();
        ByteArrayOutputStream v6 = new ByteArrayOutputStream();
        for (AnnouncedPeer peer : peers) {
            append(peer.address().address() instanceof Inet4Address ? v4 : v6, peer.address());
        }
        BencodeDictionary.Builder answer = numbers().put("peers", v4.toByteArray());
        if (v6.size() > 0) {
            answer.put("peers6", v6.toByteArray());
        }
        return answer.build().encode();
    }

    /** In bencoding, one dictionary for each peer (BEP 3). */
    public byte[] listed(boolean withIds) {
        List<BencodeDictionary> list = peers.stream().map(p -> dictionary(p, withIds)).toList();
        return numbers().put("peers", new BencodeList(List.copyOf(list))).build().encode();
    }

    private BencodeDictionary.Builder numbers() {
        return BencodeDictionary.builder()
                .put("interval", interval)
                .put("min interval", leastInterval)
                .put("complete", seeders)
                .put("incomplete", leechers);
    }

    private static void append(ByteArrayOutputStream bytes, PeerAddress peer) {
        bytes.writeBytes(peer.address().getAddress());
        bytes.write(peer.port() >> 8);
        bytes.write(peer.port());
    }

    private static BencodeDictionary dictionary(AnnouncedPeer peer, boolean withId) {
        BencodeDictionary.Builder entry =
                BencodeDictionary.builder()
                        .put("ip", peer.address().address().getHostAddress())
                        .put("port", peer.address().port());
        return (withId ? entry.put("peer id", peer.id().getBytes(ISO_8859_1)) : entry).build();
    }
}
