package io.seedhouse.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class DigestsContract {
    private static final byte[] ABC = {'a', 'b', 'c'};

    /** FIPS 180-4, the example of one block. */
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String OF_ANOTHER = "0".repeat(64);

    @TempDir Path folder;
    private final TestDatabase database = database();
    private Staging staging = new Staging();
    private UUID ann = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void draft() {
        staging = TestBundles.staging(TestHome.in(folder));
        ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
    }

    @Test
    void findsThatWhatArrivedIsWhatWasSent() {
        UUID id = upload(3);
        claim(id, OF_ABC.toUpperCase());
        assertEquals("comparing", state(id).state());
        compare();
        assertEquals("same", state(id).state());
        assertTrue(file(id).isSound());
    }

    @Test
    void refusesWhatArrivedOtherwise() {
        UUID id = upload(3);
        claim(id, OF_ANOTHER);
        compare();
        assertEquals("different", state(id).state());
        assertEquals(DigestState.DIFFERENT, file(id).problem());
        assertInstanceOf(Append.Unopenable.class, append(id, 3, 0));
    }

    @Test
    void waitsForTheRestOfAnUpload() {
        UUID id = upload(2);
        claim(id, OF_ABC);
        compare();
        assertEquals("comparing", state(id).state());
        append(id, 2, 1);
        compare();
        assertEquals("same", state(id).state());
    }

    @Test
    void leavesAFileAloneThatARequestIsAt() {
        UUID id = upload(3);
        claim(id, OF_ABC);
        staging.hold(id);
        compare();
        assertEquals("comparing", state(id).state());
    }

    @Test
    void forgetsAllOfItWhenTheUploadBeginsAgain() {
        UUID id = upload(3);
        claim(id, OF_ANOTHER);
        compare();
        assertInstanceOf(Create.Created.class, create());
        assertEquals("unknown", state(id).state());
        append(id, 0, 3);
        claim(id, OF_ABC);
        compare();
        assertEquals("same", state(id).state());
    }

    @Test
    void takesNoWordOfAnotherPublisher() {
        UUID id = upload(3);
        UUID ben = database.publisher();
        assertTrue(ask(d -> d.claim(ben, id, OF_ABC)).isEmpty());
        assertTrue(ask(d -> d.state(ben, id)).isEmpty());
        assertEquals("unknown", state(id).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "g0", "0x"})
    void refusesWhatIsNoDigest(String digest) {
        UUID id = upload(3);
        assertThrows(Invalid.class, () -> claim(id, digest));
    }

    private UUID upload(int bytes) {
        UUID id = assertInstanceOf(Create.Created.class, create()).file().id();
        append(id, 0, bytes);
        return id;
    }

    private Create create() {
        return database.inTransaction(
                em -> uploads(em).create(ann, bundle, "film.mp4", Access.PAID, ABC.length));
    }

    private Append append(UUID id, int offset, int bytes) {
        return database.inTransaction(em ->
                uploads(em).append(ann, id, offset, new ByteArrayInputStream(ABC, offset, bytes)));
    }

    private Uploads uploads(EntityManager em) {
        return TestUploads.over(em, staging);
    }

    private void claim(UUID id, String digest) {
        assertTrue(ask(d -> d.claim(ann, id, digest)).isPresent());
    }

    private DigestState state(UUID id) {
        return ask(d -> d.state(ann, id)).orElseThrow();
    }

    private void compare() {
        ask(d -> {
            d.compareDue();
            return true;
        });
    }

    private BundleFile file(UUID id) {
        return database.inTransaction(em -> em.find(BundleFile.class, id));
    }

    private <T> T ask(Function<Digests, T> question) {
        return database.inTransaction(em -> question.apply(digests(em)));
    }

    private Digests digests(EntityManager em) {
        DigestRows rows = new DigestRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em);
        rows.staging = staging;
        Digests digests = new Digests();
        digests.rows = rows;
        digests.staging = staging;
        digests.rounds =
                new DigestRounds() {
                    @Override
                    public void soon() {}
                };
        return digests;
    }
}
