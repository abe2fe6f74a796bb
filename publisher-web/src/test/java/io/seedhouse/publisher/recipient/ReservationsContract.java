package io.seedhouse.publisher.recipient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Removal;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.TestBundles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ReservationsContract {
    private final TestDatabase database = database();
    private final RecipientsInMemory recipients = new RecipientsInMemory();
    private UUID ann = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        ann = database.publisher();
        bundle = draft("Tide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"été.mp4", "été.mp4.age", "ÉTÉ.mp4", "E\u0301te\u0301.mp4"})
    void issuesOneRecipientForAFileHoweverItIsSpelt(String name) {
        assertEquals(recipient("été.mp4"), recipient(name));
    }

    @Test
    void issuesEachFileOfEachBundleARecipientOfItsOwn() {
        assertNotEquals(recipient("a.mp4"), recipient("b.mp4"));
        String here = recipient("a.mp4");
        bundle = draft("Ebb");
        assertNotEquals(here, recipient("a.mp4"));
    }

    @Test
    void namesTheFilmAndItsCiphertext() {
        var issued = assertInstanceOf(Issue.Issued.class, issue(ann, "film.mp4.age"));
        assertEquals("film.mp4", issued.name().clear());
        assertEquals("film.mp4.age", issued.name().sealed());
    }

    @Test
    void issuesNothingForSomebodyElsesBundle() {
        assertEquals(new Issue.NoSuchBundle(), issue(database.publisher(), "film.mp4"));
        assertTrue(recipients.identities().isEmpty());
    }

    @Test
    void issuesNothingOnceTheFilesAreFinal() {
        database.inTransaction(em -> {
            TestBundles.over(em).find(ann, bundle).orElseThrow().startSealing(Format.HYBRID);
            return bundle;
        });
        assertEquals(new Issue.NotADraft(Status.SEALING), issue(ann, "film.mp4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".age", "a/b.mp4", "50%.mp4", "con.age"})
    void refusesNamesThatCannotTravel(String name) {
        assertInstanceOf(Issue.BadName.class, issue(ann, name));
    }

    @Test
    void refusesTheNameOfAFileThatCameInTheClear() {
        database.inTransaction(em -> {
            em.persist(new BundleFile(bundle, "Film.mp4", Access.PAID, 5));
            return bundle;
        });
        assertEquals(new Issue.NameTaken("Film.mp4"), issue(ann, "film.mp4"));
    }

    @Test
    void forgetsWhatItReservedOnceTheDraftGoes() {
        UUID other = draft("Ebb");
        issue(ann, "film.mp4");
        database.inTransaction(em -> {
            Reservations reservations = TestRecipients.reservations(em, recipients);
            reservations.issue(ann, other, SealedName.of("film.mp4"));
            reservations.forget(new Removal(bundle));
            return em;
        });
        assertEquals(
                List.of(other),
                database.inTransaction(em ->
                        em.createQuery("select r.bundleId from Reservation r", UUID.class)
                                .getResultList()));
    }

    private UUID draft(String title) {
        return database.inTransaction(em -> TestBundles.draft(em, ann, title).id());
    }

    private String recipient(String name) {
        return assertInstanceOf(Issue.Issued.class, issue(ann, name)).recipient();
    }

    private Issue issue(UUID publisher, String name) {
        return database.inTransaction(em ->
                TestRecipients.reservations(em, recipients)
                        .issue(publisher, bundle, SealedName.of(name)));
    }
}
