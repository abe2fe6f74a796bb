package io.seedhouse.tracker.statistics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The same numbers for Prometheus, read from the tally whenever it asks: counting costs no more
 * than it did. Torrents are not told apart here, for their number is without bound.
 *
 * <p>Only the registry's own methods are called, never a meter's builder: WildFly hands each
 * deployment a registry that passes on what comes by the former, and keeps the rest to itself.
 */
@ApplicationScoped
public class TrackerMetrics {
    private static final System.Logger LOG = System.getLogger(TrackerMetrics.class.getName());

    @Inject Tally tally;

    @Inject AdmittedTorrents admitted;

    @Inject Instance<MeterRegistry> registry;

    /** Makes them known to the server's registry, where it has one. */
    public void register() {
        if (registry.isResolvable()) {
            register(registry.get(), tally.itself(), admitted.itself());
        } else {
            LOG.log(System.Logger.Level.INFO, "This server collects no metrics");
        }
    }

    static void register(MeterRegistry registry, Tally tally, AdmittedTorrents admitted) {
        for (Transport by : Transport.values()) {
            Counting counting = new Counting(registry, tally, by);
            for (Outcome outcome : Outcome.values()) {
                counting.of("announces", "outcome", name(outcome), t -> t.announces(by, outcome));
            }
            counting.of("scrapes", "outcome", "answered", t -> t.scrapes(by));
            counting.of("requests.failed", "outcome", "refused", t -> t.refusals(by));
            counting.of("requests.failed", "outcome", "malformed", t -> t.malformedOf(by));
            latency(counting);
        }
        registry.more().counter("seedhouse.webseed.bytes", List.of(), tally, Tally::bytes);
        registry.more()
                .counter(
                        "seedhouse.tracker.evictions",
                        List.of(),
                        admitted,
                        AdmittedTorrents::evicted);
        registry.gauge("seedhouse.tracker.swarms", List.of(), admitted, AdmittedTorrents::swarms);
        registry.gauge("seedhouse.tracker.peers", List.of(), admitted, AdmittedTorrents::peers);
    }

    /** Buckets as Prometheus' own histograms have them; the last has no end. */
    private static void latency(Counting counting) {
        for (int i = 0; i < Latency.CLASSES; i++) {
            int last = i;
            boolean endless = last == Latency.CLASSES - 1;
            counting.of(
                    "latency.seconds",
                    "le",
                    endless ? "+Inf" : Double.toString(Latency.end(last) / 1e9),
                    t -> t.latency(counting.by).within(last));
        }
    }

    private record Counting(MeterRegistry registry, Tally tally, Transport by) {
        void of(String what, String tag, String value, ToDoubleFunction<Tally> count) {
            Tags tags = Tags.of("transport", name(by), tag, value);
            registry.more().counter("seedhouse.tracker." + what, tags, tally, count);
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
