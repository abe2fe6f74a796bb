package io.seedhouse.tracker.statistics;

import io.seedhouse.tracker.swarm.Outcome;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of requests since the start, by transport. Any thread may count and read. */
public class Tally {
    private static final int TRANSPORTS = Transport.values().length;
    private static final int OUTCOMES = Outcome.values().length;

    private final LongAdder[] announces = adders(TRANSPORTS * OUTCOMES);
    private final LongAdder[] scrapes = adders(TRANSPORTS);
    private final LongAdder[] refused = adders(TRANSPORTS);
    private final LongAdder[] malformed = adders(TRANSPORTS);
    private final LongAdder[] metadata = adders(Metadata.values().length);

    private final Latency[] latencies = new Latency[TRANSPORTS];
    private final Map<UUID, LongAdder> served = new ConcurrentHashMap<>();

    /** Nothing counted yet. */
    public Tally() {
        for (int i = 0; i < TRANSPORTS; i++) {
            latencies[i] = new Latency();
        }
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }

    /** An announce was answered. */
    public void announced(Transport by, Outcome outcome) {
        announces[by.ordinal() * OUTCOMES + outcome.ordinal()].increment();
    }

    /** A scrape was answered. */
    public void scraped(Transport by) {
        scrapes[by.ordinal()].increment();
    }

    /** Somebody asked for a torrent that is not admitted. */
    public void refused(Transport by) {
        refused[by.ordinal()].increment();
    }

    /** A request broke the protocol. */
    public void malformed(Transport by) {
        malformed[by.ordinal()].increment();
    }

    /** The metadata peer did something. */
    public void metadata(Metadata what) {
        metadata[what.ordinal()].increment();
    }

    /** How often the metadata peer did it. */
    public long metadataOf(Metadata what) {
        return metadata[what.ordinal()].sum();
    }

    /** A request that was timed took so long. */
    void took(Transport by, long nanos) {
        latencies[by.ordinal()].took(nanos);
    }

    /** How long announces and scrapes took. */
    public Latency latency(Transport by) {
        return latencies[by.ordinal()];
    }

    /** The web seed handed so many bytes of a bundle that is or was admitted to the network. */
    public void bytesServed(UUID bundle, long bytes) {
        LongAdder known = served.get(bundle);
        (known == null ? served.computeIfAbsent(bundle, any -> new LongAdder()) : known).add(bytes);
    }

    /** Announces of one kind. */
    public long announces(Transport by, Outcome outcome) {
        return announces[by.ordinal() * OUTCOMES + outcome.ordinal()].sum();
    }

    /** Scrapes answered. */
    public long scrapes(Transport by) {
        return scrapes[by.ordinal()].sum();
    }

    /** Requests for torrents that are not admitted. */
    public long refusals(Transport by) {
        return refused[by.ordinal()].sum();
    }

    /** Requests that broke the protocol. */
    public long malformedOf(Transport by) {
        return malformed[by.ordinal()].sum();
    }

    /** Bytes the web seed sent of a bundle. */
    public long bytesOf(UUID bundle) {
        LongAdder known = served.get(bundle);
        return known == null ? 0 : known.sum();
    }

    /** Bytes the web seed sent of all bundles. */
    public long bytes() {
        return served.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
