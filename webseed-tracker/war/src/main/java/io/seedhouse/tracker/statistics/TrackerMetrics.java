package io.seedhouse.tracker.statistics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

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

    private static final String TRACKER = "seedhouse.tracker.";
    private static final String BYTES = "seedhouse.webseed.bytes";

    private @Nullable MeterRegistry known;

    @Inject Tally tally;

    @Inject AdmittedTorrents admitted;

    @Inject Instance<MeterRegistry> registry;

    /** The one tally of this server, injected without a proxy: it counts every request. */
    @Produces
    @Singleton
    static Tally tally() {
        return new Tally();
    }

    /** Makes them known to the server's registry, where it has one. */
    public void register() {
        if (registry.isResolvable()) {
            known = registry.get();
            register(known, tally, admitted);
        } else {
            LOG.log(System.Logger.Level.INFO, "This server collects no metrics");
        }
    }

    /** Takes them back: the server's registry outlives this deployment and would ask its dead. */
    public void unregister() {
        if (known != null) {
            unregister(known);
        }
    }

    static void unregister(MeterRegistry registry) {
        for (Meter meter : registry.getMeters()) {
            String name = meter.getId().getName();
            if (name.startsWith(TRACKER) || name.equals(BYTES)) {
                registry.remove(meter);
            }
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
        for (Metadata what : Metadata.values()) {
            Tags tags = Tags.of("outcome", name(what));
            registry.more().counter(TRACKER + "metadata", tags, tally, t -> t.metadataOf(what));
        }
        registry.more().counter(BYTES, List.of(), tally, Tally::bytes);
        registry.more()
                .counter(TRACKER + "evictions", List.of(), admitted, AdmittedTorrents::evicted);
        registry.gauge(TRACKER + "swarms", List.of(), admitted, AdmittedTorrents::swarms);
        registry.gauge(TRACKER + "peers", List.of(), admitted, AdmittedTorrents::peers);
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
            registry.more().counter(TRACKER + what, tags, tally, count);
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
