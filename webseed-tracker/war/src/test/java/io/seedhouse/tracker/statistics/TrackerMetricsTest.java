package io.seedhouse.tracker.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrackerMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Tally tally = new Tally();

    @Test
    void tellsPrometheusWhatTheTallyCounts() {
        Torrent torrent =
                new Torrent(UUID.randomUUID(), new Infohash("ab".repeat(20)), null, "Film");
        AdmittedTorrents admitted = Admitting.only(torrent);
        TrackerMetrics.register(registry, tally, admitted);
        tally.announced(Transport.UDP, Outcome.EARLY);
        tally.scraped(Transport.HTTP);
        tally.malformed(Transport.HTTP);
        tally.refused(Transport.UDP);
        tally.bytesServed(torrent.bundleId(), 7);
        tally.took(Transport.HTTP, 3000);
        tally.metadata(Metadata.CROWDED);
        assertEquals(1, counter("announces", "udp", "early"));
        assertEquals(0, counter("announces", "http", "early"));
        assertEquals(1, counter("scrapes", "http", "answered"));
        assertEquals(1, counter("requests.failed", "http", "malformed"));
        assertEquals(1, counter("requests.failed", "udp", "refused"));
        assertEquals(7, registry.get("seedhouse.webseed.bytes").functionCounter().count());
        assertEquals(1, registry.get("seedhouse.tracker.swarms").gauge().value());
        assertEquals(
                1,
                registry.get("seedhouse.tracker.metadata")
                        .tag("outcome", "crowded")
                        .functionCounter()
                        .count());
        assertEquals(0, bucket("2.048E-6"));
        assertEquals(1, bucket("4.096E-6"));
        assertEquals(1, bucket("+Inf"));
        assertEquals(1, tally.latency(Transport.HTTP).timed());
    }

    @Test
    void leavesNothingOfItselfInARegistryThatOutlivesIt() {
        registry.counter("seedhouse.other");
        TrackerMetrics.register(registry, tally, new AdmittedTorrents());
        TrackerMetrics.unregister(registry);
        assertEquals(
                List.of("seedhouse.other"),
                registry.getMeters().stream().map(meter -> meter.getId().getName()).toList());
    }

    private double bucket(String end) {
        return registry.get("seedhouse.tracker.latency.seconds")
                .tag("transport", "http")
                .tag("le", end)
                .functionCounter()
                .count();
    }

    private double counter(String what, String transport, String outcome) {
        return registry.get("seedhouse.tracker." + what)
                .tag("transport", transport)
                .tag("outcome", outcome)
                .functionCounter()
                .count();
    }
}
