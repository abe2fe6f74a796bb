package io.seedhouse.it;

import io.seedhouse.it.rival.RivalApplication;
import io.seedhouse.it.rival.RivalResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * The minute in which twenty thousand buyers come for their keys: keyrings from a copy of the
 * platform beside a resource of one SELECT and one INSERT in the same server, and beside a page
 * that never changes. {@code mvn -Pbench -Dbench.skip -pl ear -am}; figures go into {@code
 * docs/performance.md}.
 */
class PremiereMinute {
    private static final int BUYERS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP =
            Duration.ofSeconds(Integer.getInteger("bench.warmup", 50));
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration MINUTE =
            Duration.ofSeconds(Integer.getInteger("bench.minute", 60));

    private final int http = PlatformUnderTest.freePort();

    /** Every commit on the disk, as in production. */
    @Test
    void onADiskThatIsWaitedFor() throws Exception {
        measure("on");
    }

    /** Commits cost nothing but work, so that the disk cannot hide what ours costs. */
    @Test
    void withoutWaitingForTheDisk() throws Exception {
        measure("off");
    }

    private void measure(String durable) throws Exception {
        Path home = Folders.fresh(PlatformUnderTest.scratch().resolve("premiere-minute"));
        try (var postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", durable)
                        .setServerConfig("synchronous_commit", durable)
                        .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            var settings =
                    Map.of(
                            "SEEDHOUSE_DB_URL", url,
                            "SEEDHOUSE_DB_USER", "postgres",
                            "SEEDHOUSE_DB_PASSWORD", "postgres");
            try (var server = ServerProcess.start(withRival(home), home, http, settings)) {
                System.out.printf("%nfsync and synchronous_commit %s%n", durable);
                Premiere premiere = prepare(server, home, postgres);
                ratio(premiere);
                minutes(premiere);
            }
        }
    }

    private record Premiere(Crowd crowd, HttpLoad keys, HttpLoad rows, HttpLoad page) {}

    private Premiere prepare(ServerProcess server, Path home, EmbeddedPostgres postgres)
            throws Exception {
        return ScopedValue.where(PlatformUnderTest.OTHER, server.baseUrl())
                .call(() -> {
                    var crowd = Crowd.buy(BUYERS, home, postgres.getPostgresDatabase());
                    var page = new ArrayList<byte[]>();
                    for (int i = 0; i < BUYERS; i++) {
                        page.add(HttpLoad.get("/rival/page.html"));
                    }
                    return new Premiere(
                            crowd,
                            new HttpLoad(http, crowd.keyrings()),
                            new HttpLoad(http, crowd.rows()),
                            new HttpLoad(http, page));
                });
    }

    private static void ratio(Premiere premiere) throws Exception {
        premiere.crowd().openNow();
        for (var load : List.of(premiere.keys(), premiere.rows())) {
            load.closed(CONNECTIONS, WARM_UP);
        }
        var ratios = new ArrayList<Double>();
        var keys = new ArrayList<Double>();
        var rows = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            keys.add(premiere.keys().closed(CONNECTIONS, RUN));
            rows.add(premiere.rows().closed(CONNECTIONS, RUN));
            ratios.add(keys.getLast() / rows.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "keyrings %.0f a second, one SELECT and one INSERT %.0f, ratio %.2f of %s%n",
                median(keys),
                median(rows),
                median(ratios),
                ratios.stream().map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).toList());
    }

    /** The first minute of keyrings is that of the premiere itself, with all that it sets off. */
    private static void minutes(Premiere premiere) throws Exception {
        System.out.println("page: " + premiere.page().open(MINUTE));
        premiere.crowd().premiereAt(Instant.now());
        System.out.println("premiere: " + premiere.keys().open(MINUTE));
        System.out.println("page: " + premiere.page().open(MINUTE));
        System.out.println("keyrings: " + premiere.keys().open(MINUTE));
        System.out.println("page: " + premiere.page().open(MINUTE));
        System.out.println("told of the premiere: " + premiere.crowd().told());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** A copy of the server with one more deployment. */
    private static Path withRival(Path home) throws Exception {
        Path server = PlatformUnderTest.scratch().resolve("rival-server");
        Folders.fresh(server);
        Folders.copy(PlatformUnderTest.server(), server);
        ShrinkWrap.create(WebArchive.class, "rival.war")
                .addClasses(RivalApplication.class, RivalResource.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebResource(new StringAsset("a".repeat(1_000)), "page.html")
                .as(ZipExporter.class)
                .exportTo(server.resolve("standalone/deployments/rival.war").toFile(), true);
        Files.createDirectories(home);
        return server;
    }
}
