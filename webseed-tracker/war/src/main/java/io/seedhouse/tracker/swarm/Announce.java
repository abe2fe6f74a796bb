package io.seedhouse.tracker.swarm;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.AnnounceRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One announce as a swarm needs it, and room for its answer. A thread keeps one and fills it anew
 * each time, so that an announce allocates nothing. It prints as nothing: who downloads what is
 * nobody's business.
 */
public final class Announce {
    final byte[] wire = new byte[Family.V6.wireBytes()];
    final Draw draw = new Draw(ThreadLocalRandom.current().nextLong());
    final Sample sample = new Sample(draw);
    Family family = Family.V4;
    InfohashVersion version = InfohashVersion.V1;
    AnnounceEvent event = AnnounceEvent.PERIODIC;
    Role role = Role.LEECHER;
    int wanted;
    int tick;
    boolean bothFamilies;
    boolean exempt;

    private final byte[] v4 = new byte[AnnounceRequest.MOST_WANTED * Family.V4.wireBytes()];
    private final byte[] v6 = new byte[AnnounceRequest.MOST_WANTED * Family.V6.wireBytes()];
    int countV4;
    int countV6;
    int seeders;
    int leechers;
    int interval;

    /**
     * Where the peer listens.
     *
     * @param address its bytes, four or sixteen, as seen on the connection
     * @param exempt whether limits per address spare it
     */
    public Announce from(byte[] address, int offset, Family of, int port, boolean exempt) {
        int length = of.addressBytes();
        System.arraycopy(address, offset, wire, 0, length);
        wire[length] = (byte) (port >>> 8);
        wire[length + 1] = (byte) port;
        this.family = of;
        this.exempt = exempt;
        return this;
    }

    /**
     * What it says.
     *
     * @param left bytes it still wants; 0 makes a seeder
     * @param wanted peers asked for; more than {@link AnnounceRequest#MOST_WANTED} are as many
     */
    public Announce says(InfohashVersion of, AnnounceEvent why, long left, int wanted) {
        this.version = of;
        this.event = why;
        this.role =
                left == 0 ? Role.SEEDER : why == AnnounceEvent.PAUSED ? Role.PARTIAL : Role.LEECHER;
        this.wanted = Math.min(wanted, AnnounceRequest.MOST_WANTED);
        return this;
    }

    /**
     * When, and what kind of answer.
     *
     * @param seconds of a clock that never goes back
     * @param both whether the answer can name peers of both families
     */
    public Announce at(long seconds, boolean both) {
        this.tick = tick(seconds);
        this.bothFamilies = both;
        return this;
    }

    /** Peers are remembered by ticks of 30 seconds, and only the lowest eight bits of those. */
    static int tick(long seconds) {
        return (int) (seconds / 30);
    }

    /** The peers of the answer, in their wire form; only the first {@link #count} are of it. */
    public byte[] peers(Family of) {
        return of == Family.V4 ? v4 : v6;
    }

    /** How many peers of a family the answer has. */
    public int count(Family of) {
        return of == Family.V4 ? countV4 : countV6;
    }

    /** Peers that have everything. */
    public int seeders() {
        return seeders;
    }

    /** Peers that have not, partial seeds among them. */
    public int leechers() {
        return leechers;
    }

    /** Seconds until the next announce is due. */
    public int interval() {
        return interval;
    }

    @Override
    public String toString() {
        return "Announce[hidden]";
    }
}
