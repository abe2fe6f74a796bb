package io.seedhouse.tracker.wire;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to an announce.
 *
 * @param interval seconds until the next announce is due
 * @param leastInterval seconds a client should let pass between two announces
 * @param seeders peers of the swarm that have everything
 * @param leechers peers that have not
 * @param externalAddress the asker's address as seen here, four or sixteen bytes (BEP 24)
 * @param v4 peers, six bytes each (BEP 23)
 * @param v6 peers, eighteen bytes each (BEP 7)
 */
public record AnnounceAnswer(
        int interval,
        int leastInterval,
        int seeders,
        int leechers,
        byte[] externalAddress,
        byte[] v4,
        byte[] v6) {

    /** In bencoding, peers as bytes. */
    public byte[] compact() {
        BencodeDictionary.Builder answer = numbers().put("peers", v4);
        if (v6.length > 0) {
            answer.put("peers6", v6);
        }
        return answer.build().encode();
    }

    /** In bencoding, one dictionary for each peer (BEP 3), without the ids that nobody needs. */
    public byte[] listed() {
        List<BencodeDictionary> list = new ArrayList<>();
        list(v4, 4, list);
        list(v6, 16, list);
        return numbers().put("peers", new BencodeList(List.copyOf(list))).build().encode();
    }

    private BencodeDictionary.Builder numbers() {
        return BencodeDictionary.builder()
                .put("complete", seeders)
                .put("external ip", externalAddress)
                .put("incomplete", leechers)
                .put("interval", interval)
                .put("min interval", leastInterval);
    }

    private static void list(byte[] peers, int address, List<BencodeDictionary> list) {
        for (int at = 0; at < peers.length; at += address + 2) {
            list.add(
                    BencodeDictionary.builder()
                            .put("ip", PeerAddress.text(peers, at, address))
                            .put("port", PeerAddress.port(peers, at + address))
                            .build());
        }
    }
}
