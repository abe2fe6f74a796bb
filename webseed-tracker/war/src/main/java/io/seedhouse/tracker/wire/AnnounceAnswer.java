package io.seedhouse.tracker.wire;

/**
 * The answer to an announce.
 *
 * @param interval seconds until the next announce is due
 * @param leastInterval seconds a client should let pass between two announces
 * @param seeders peers of the swarm that have everything
 * @param leechers peers that have not
 * @param externalAddress the asker's address as seen here, four or sixteen bytes (BEP 24)
 * @param v4 peers, six bytes each (BEP 23)
 * @param countV4 how many of them there are
 * @param v6 peers, eighteen bytes each (BEP 7)
 * @param countV6 how many of them there are
 */
public record AnnounceAnswer(
        int interval,
        int leastInterval,
        int seeders,
        int leechers,
        byte[] externalAddress,
        byte[] v4,
        int countV4,
        byte[] v6,
        int countV6) {
    private static final byte[] COMPLETE = Bencoder.piece("d8:complete");
    private static final byte[] EXTERNAL_IP = Bencoder.piece("11:external ip");
    private static final byte[] INCOMPLETE = Bencoder.piece("10:incomplete");
    private static final byte[] INTERVAL = Bencoder.piece("8:interval");
    private static final byte[] MIN_INTERVAL = Bencoder.piece("12:min interval");
    private static final byte[] PEERS = Bencoder.piece("5:peers");
    private static final byte[] PEERS6 = Bencoder.piece("6:peers6");
    private static final byte[] LIST = Bencoder.piece("5:peersl");
    private static final byte[] IP = Bencoder.piece("d2:ip");
    private static final byte[] PORT = Bencoder.piece("4:port");
    private static final byte[] END = Bencoder.piece("e");

    /** In bencoding, peers as bytes. */
    public void compactTo(Bencoder out) {
        numbersTo(out);
        out.put(PEERS).string(v4, countV4 * 6);
        if (countV6 > 0) {
            out.put(PEERS6).string(v6, countV6 * 18);
        }
        out.put(END);
    }

    /** In bencoding, one dictionary for each peer (BEP 3), without the ids that nobody needs. */
    public void listTo(Bencoder out) {
        numbersTo(out);
        out.put(LIST);
        list(v4, countV4, 4, out);
        list(v6, countV6, 16, out);
        out.put(END).put(END);
    }

    private void numbersTo(Bencoder out) {
        out.put(COMPLETE).number(seeders);
        out.put(EXTERNAL_IP).string(externalAddress, externalAddress.length);
        out.put(INCOMPLETE).number(leechers);
        out.put(INTERVAL).number(interval);
        out.put(MIN_INTERVAL).number(leastInterval);
    }

    private static void list(byte[] peers, int count, int address, Bencoder out) {
        for (int peer = 0; peer < count; peer++) {
            int at = peer * (address + 2);
            byte[] ip = Bencoder.piece(PeerAddress.text(peers, at, address));
            out.put(IP).string(ip, ip.length);
            out.put(PORT).number(PeerAddress.port(peers, at + address)).put(END);
        }
    }
}
