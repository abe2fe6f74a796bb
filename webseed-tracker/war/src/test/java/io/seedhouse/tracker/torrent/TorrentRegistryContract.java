package io.seedhouse.tracker.torrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.api.Torrents;
import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.WireInfohash;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** What admitting means, on any database the platform runs on. */
abstract class TorrentRegistryContract {
    private static final Infohash V1 = new Infohash("ab".repeat(20));
    private static final Infohash V2 = new Infohash("cd".repeat(32));
    private static final Infohash OTHER = new Infohash("ef".repeat(20));

    private static final String WHY = "The publisher withdrew it \u2013 sorry.";

    private final UUID bundle = UUID.randomUUID();
    private final Torrent hybrid = new Torrent(bundle, V1, V2, "Film \u6620\u753b + 100%");
    private EntityManagerFactory factory;
    private EntityManager rows;
    private CallersTransaction caller;
    private AdmittedTorrents admitted;
    private TorrentRegistry registry;

    /** An empty database. */
    abstract DataSource database() throws Exception;

    @BeforeEach
    void start() throws Exception {
        DataSource database = database();
        TrackerSchema.migrate(database);
        TrackerSchema.migrate(database);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", database);
        settings.put("hibernate.hbm2ddl.auto", "validate");
        factory = Persistence.createEntityManagerFactory("tracker", settings);
        restart();
    }

    /** A fresh server on the same database. */
    private void restart() {
        if (rows != null) {
            rows.close();
        }
        rows = factory.createEntityManager();
        caller = new CallersTransaction(rows);
        admitted = new AdmittedTorrents();
        TrackerStartup startup = new TrackerStartup();
        startup.rows = rows;
        startup.admitted = admitted;
        startup.load();
        registry = new TorrentRegistry();
        registry.rows = rows;
        registry.transaction = caller;
        registry.admitted = admitted;
        rows.clear();
    }

    @AfterEach
    void stop() {
        rows.close();
        factory.close();
    }

    @Test
    void servesATorrentOnceItsTransactionCommitted() {
        caller.begin();
        registry.admit(hybrid);
        assertTrue(admitted.torrent(bundle).isEmpty());
        assertTrue(admitted.announced(WireInfohash.of(V1)).isEmpty());
        caller.commit();
        assertEquals(hybrid, admitted.torrent(bundle).orElseThrow());
        assertEquals(InfohashVersion.V1, version(V1));
        assertEquals(InfohashVersion.V2, version(V2));
        assertEquals(0, registry.swarm(bundle).orElseThrow().seeders());
    }

    @Test
    void keepsBackWhatIsSoldFromTheCommitOnAndAfterAStart() {
        Instant moment = Instant.parse("2027-01-31T18:00:00Z");
        caller.begin();
        registry.admit(hybrid);
        registry.lockUntil(bundle, moment);
        assertNull(admitted.lockedUntil(bundle));
        caller.commit();
        assertEquals(moment, admitted.lockedUntil(bundle));
        restart();
        assertEquals(moment, admitted.lockedUntil(bundle));
        assertTrue(admitted.torrent(bundle).isPresent());
    }

    @Test
    void keepsItBackThroughWithdrawalAndUntilItsMomentIsTakenAway() {
        Instant moment = Instant.parse("2027-01-31T18:00:00Z");
        caller.begin();
        registry.admit(hybrid);
        registry.lockUntil(bundle, moment);
        registry.retire(bundle, "Gone.");
        caller.commit();
        caller.begin();
        registry.admit(hybrid);
        caller.commit();
        assertEquals(moment, admitted.lockedUntil(bundle));
        caller.begin();
        registry.lockUntil(bundle, null);
        registry.lockUntil(UUID.randomUUID(), moment);
        caller.rollback();
        assertEquals(moment, admitted.lockedUntil(bundle));
        caller.begin();
        registry.lockUntil(bundle, null);
        caller.commit();
        restart();
        assertNull(admitted.lockedUntil(bundle));
    }

    @Test
    void neverServesATorrentOfATransactionThatRolledBack() {
        caller.begin();
        registry.admit(hybrid);
        caller.rollback();
        assertTrue(admitted.torrent(bundle).isEmpty());
        restart();
        assertTrue(admitted.torrent(bundle).isEmpty());
    }

    @Test
    void servesItAgainAfterARestart() {
        committed(() -> registry.admit(hybrid));
        restart();
        assertEquals(hybrid, admitted.torrent(bundle).orElseThrow());
        assertEquals(InfohashVersion.V2, version(V2));
    }

    @Test
    void stopsServingARetiredTorrentOnceThatCommitted() {
        committed(() -> registry.admit(hybrid));
        caller.begin();
        registry.retire(bundle, WHY);
        assertTrue(admitted.torrent(bundle).isPresent());
        caller.rollback();
        assertTrue(admitted.torrent(bundle).isPresent());
        committed(() -> registry.retire(bundle, WHY));
        assertGone();
        restart();
        assertGone();
    }

    @Test
    void tellsWhyATorrentWasRetiredUntilItIsAdmittedAgain() throws Exception {
        committed(() -> registry.admit(hybrid));
        complete(1);
        committed(() -> registry.retire(bundle, "First."));
        committed(() -> registry.retire(bundle, WHY));
        assertRetiredBecause(WHY);
        restart();
        assertRetiredBecause(WHY);
        committed(() -> registry.admit(hybrid));
        assertEquals(Optional.empty(), admitted.retirement(bundle));
        assertSame(Failure.NOT_SERVED, refusal(V1));
        assertEquals(1, registry.swarm(bundle).orElseThrow().completed());
        restart();
        assertEquals(hybrid, admitted.torrent(bundle).orElseThrow());
        assertEquals(1, registry.swarm(bundle).orElseThrow().completed());
    }

    @Test
    void forgetsWhyOnceABundleHasAnotherTorrent() {
        committed(() -> registry.admit(hybrid));
        committed(() -> registry.retire(bundle, WHY));
        committed(() -> registry.admit(new Torrent(bundle, OTHER, null, "New")));
        assertSame(Failure.NOT_SERVED, refusal(V1));
        assertEquals(Optional.empty(), admitted.retirement(bundle));
    }

    @Test
    void stillTellsWhyATwinWasRetired() {
        UUID twin = UUID.randomUUID();
        committed(() -> registry.admit(hybrid));
        committed(() -> registry.admit(new Torrent(twin, V1, V2, hybrid.name())));
        committed(() -> registry.retire(bundle, WHY));
        assertEquals(Optional.of(WHY), admitted.retirement(bundle));
        assertEquals(InfohashVersion.V1, version(V1));
        committed(() -> registry.retire(twin, "Other."));
        assertEquals("Other.", refusal(V2).reason());
        committed(() -> registry.admit(new Torrent(twin, OTHER, null, "New")));
        assertEquals(WHY, refusal(V2).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Two\nlines.", "\u0007"})
    void takesOnlyASentenceForAReason(String reason) {
        assertThrows(IllegalArgumentException.class, () -> registry.retire(bundle, reason));
        String tooLong = "x".repeat(Torrents.LONGEST_REASON + 1);
        assertThrows(IllegalArgumentException.class, () -> registry.retire(bundle, tooLong));
    }

    @Test
    void ignoresRetiringABundleItNeverKnew() {
        committed(() -> registry.retire(UUID.randomUUID(), WHY));
        assertTrue(registry.swarm(UUID.randomUUID()).isEmpty());
    }

    @Test
    void changesNothingWhenATorrentIsAdmittedAgain() throws Exception {
        committed(() -> registry.admit(hybrid));
        complete(1);
        committed(() -> registry.admit(hybrid));
        assertEquals(1, registry.swarm(bundle).orElseThrow().completed());
    }

    @Test
    void replacesTheTorrentOfABundleThatWasSealedAgain() {
        committed(() -> registry.admit(hybrid));
        committed(() -> registry.admit(new Torrent(bundle, OTHER, null, "New")));
        assertTrue(admitted.announced(WireInfohash.of(V1)).isEmpty());
        assertTrue(admitted.announced(WireInfohash.of(V2)).isEmpty());
        assertEquals(InfohashVersion.V1, version(OTHER));
        restart();
        assertEquals("New", admitted.torrent(bundle).orElseThrow().name());
    }

    @Test
    void takesTheLastWordOfOneTransaction() {
        committed(() -> {
            registry.admit(hybrid);
            registry.retire(bundle, WHY);
            registry.admit(new Torrent(bundle, OTHER, null, "New"));
        });
        assertEquals("New", admitted.torrent(bundle).orElseThrow().name());
        assertFalse(admitted.announced(WireInfohash.of(V1)).isPresent());
    }

    @Test
    void keepsASwarmThatTwoBundlesShareUntilTheLastIsRetired() {
        UUID twin = UUID.randomUUID();
        committed(() -> registry.admit(hybrid));
        committed(() -> registry.admit(new Torrent(twin, V1, V2, hybrid.name())));
        committed(() -> registry.retire(twin, "Other."));
        assertEquals(InfohashVersion.V1, version(V1));
        assertEquals(hybrid, admitted.announced(WireInfohash.of(V2)).orElseThrow().torrent());
        committed(() -> registry.retire(bundle, WHY));
        assertGone();
    }

    @Test
    void rememberCompletedDownloadsAcrossARestart() throws Exception {
        committed(() -> registry.admit(hybrid));
        complete(1);
        complete(2);
        CompletedCounts counts = new CompletedCounts();
        counts.rows = rows;
        committed(() -> counts.write(Map.of(V1, 2L)));
        committed(() -> counts.write(Map.of(V1, 1L)));
        restart();
        assertEquals(2, registry.swarm(bundle).orElseThrow().completed());
    }

    private void complete(int port) {
        Announce announce =
                new Announce()
                        .from(new byte[] {127, 0, 0, 1}, 0, Family.V4, port, false)
                        .says(InfohashVersion.V1, AnnounceEvent.COMPLETED, 0, 50)
                        .at(0, false);
        admitted.announced(WireInfohash.of(V1)).orElseThrow().swarm().announce(announce);
    }

    private void committed(Runnable change) {
        caller.begin();
        change.run();
        caller.commit();
    }

    private InfohashVersion version(Infohash infohash) {
        return admitted.announced(WireInfohash.of(infohash)).orElseThrow().version();
    }

    private Failure refusal(Infohash infohash) {
        WireInfohash hash = WireInfohash.of(infohash);
        return admitted.refusal(hash.first(), hash.second(), hash.third());
    }

    private void assertRetiredBecause(String reason) {
        assertGone();
        assertEquals(Optional.of(reason), admitted.retirement(bundle));
        assertEquals(reason, refusal(V1).reason());
        assertEquals(reason, refusal(V2).reason());
    }

    private void assertGone() {
        assertTrue(admitted.torrent(bundle).isEmpty());
        assertTrue(admitted.announced(WireInfohash.of(V1)).isEmpty());
        assertTrue(admitted.announced(WireInfohash.of(V2)).isEmpty());
    }
}
