package io.seedhouse.tracker.statistics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The same numbers for Prometheus, read from the tally whenever it asks: counting costs no more
 * than it did. Torrents are not told apart here, for their number is without bound.
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
            for (Outcome outcome : Outcome.values()) {
                count(
                        registry,
                        tally,
                        "announces",
                        by,
                        name(outcome),
                        t -> t.announces(by, outcome));
            }
            count(registry, tally, "scrapes", by, "answered", t -> t.scrapes(by));
            count(registry, tally, "requests.failed", by, "refused", t -> t.refusals(by));
            count(registry, tally, "requests.failed", by, "malformed", t -> t.malformedOf(by));
        }
        FunctionCounter.builder("seedhouse.webseed.bytes", tally, Tally::bytes)
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("seedhouse.tracker.evictions", admitted, AdmittedTorrents::evicted)
                .register(registry);
        Gauge.builder("seedhouse.tracker.swarms", admitted, AdmittedTorrents::swarms)
                .register(registry);
        Gauge.builder("seedhouse.tracker.peers", admitted, AdmittedTorrents::peers)
                .register(registry);
        time(registry, tally);
    }

    private static void count(
            MeterRegistry registry,
            Tally tally,
            String what,
            Transport by,
            String outcome,
            ToDoubleFunction<Tally> value) {
        FunctionCounter.builder("seedhouse.tracker." + what, tally, value)
                .tag("transport", name(by))
                .tag("outcome", outcome)
                .register(registry);
    }

    private static void time(MeterRegistry registry, Tally tally) {
        Timer[] timers =
                Stream.of(Transport.values())
                        .map(by -> timer(by).register(registry))
                        .toArray(Timer[]::new);
        tally.alsoTell((by, nanos) -> timers[by.ordinal()].record(nanos, TimeUnit.NANOSECONDS));
    }

    private static Timer.Builder timer(Transport by) {
        return Timer.builder("seedhouse.tracker.latency")
                .description("One request in 64, from the parsed request to the answer handed over")
                .tag("transport", name(by))
                .serviceLevelObjectives(
                        Stream.of(2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000)
                                .map(micros -> Duration.ofNanos(micros * 1000L))
                                .toArray(Duration[]::new));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
