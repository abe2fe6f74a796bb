package io.seedhouse.publisher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.sealing.Sealing;
import io.seedhouse.publisher.sealing.Start;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBundleTest {
    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.h2();
    private final OffersInMemory offers = new OffersInMemory();
    private final UUID publisher = database.publisher();
    private int sealings;

    /** The sealing of a bundle whose disk is always full. */
    private final class FailingSealing extends Sealing {
        private final EntityManager em;

        FailingSealing(EntityManager em) {
            this.em = em;
        }

        @Override
        public Start start(UUID publisherId, UUID bundleId, Format format) {
            sealings++;
            Bundle bundle = em.find(Bundle.class, bundleId);
            bundle.startSealing(format);
            bundle.failSealing("The disk is full.");
            return new Start.Started();
        }
    }

    @Test
    void triesASealingThatFailedAgainAtTheNextStartOnly() throws IOException {
        readyToSeal();
        failOnce();
        assertEquals(1, sealings);
        failOnce();
        assertEquals(2, sealings);
    }

    /** One run of the server. */
    private void failOnce() {
        DemoBundle demo = new DemoBundle();
        advance(demo);
        var failure = assertThrows(DemoFailed.class, () -> advance(demo));
        assertEquals("its sealing failed: The disk is full.", failure.getMessage());
    }

    private void advance(DemoBundle demo) {
        database.inTransaction(em -> {
            demo.bundles = TestBundles.over(em, offers);
            demo.staging = staging();
            demo.sealing = new FailingSealing(em);
            return demo.advance(publisher);
        });
    }

    private void readyToSeal() throws IOException {
        UUID id =
                database.inTransaction(em -> TestBundles.draft(em, publisher, "First light").id());
        for (String name : DemoFiles.NAMES) {
            BundleFile file = new BundleFile(id, name, Access.PAID, 1);
            database.inTransaction(em -> {
                em.persist(file);
                return file;
            });
            Path data = staging().data(file);
            Files.createDirectories(data.getParent());
            Files.write(data, new byte[1]);
            offers.put(id, "The film", new Money(300, "usd"), List.of(file.paid()));
        }
    }

    private Staging staging() {
        return TestBundles.staging(TestHome.in(folder));
    }
}
