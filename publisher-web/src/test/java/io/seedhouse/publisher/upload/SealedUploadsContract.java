package io.seedhouse.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.recipient.RecipientsInMemory;
import io.seedhouse.publisher.recipient.SealedName;
import io.seedhouse.publisher.recipient.TestRecipients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class SealedUploadsContract {
    private static final String NAME = "film.mp4.age";

    @TempDir Path folder;
    private final TestDatabase database = database();
    private final OffersInMemory offers = new OffersInMemory();
    private final RecipientsInMemory recipients = new RecipientsInMemory();
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
    void takesNoSealedFileThatNoRecipientWasIssuedFor() {
        assertEquals(new Create.NoRecipient("film.mp4"), create(NAME, 10));
    }

    @Test
    void acceptsWhatIsSealedToTheRecipientItIssued() throws Exception {
        byte[] sealed = sealedTo(reserve());
        BundleFile file = begin(sealed.length);
        assertEquals("film.mp4", file.name());
        assertEquals("locked/film.mp4.age", file.path());
        append(file, sealed, 0, 100);
        Append last = append(file, sealed, 100, sealed.length);
        assertTrue(assertInstanceOf(Append.Appended.class, last).upload().finished());
        assertTrue(find(file).file().isSound());
    }

    @Test
    void refusesWhatItsBuyersCouldNotOpenAndSaysSoWhoeverAsks() throws Exception {
        reserve();
        BundleFile file = begin(10);
        Append last = append(file, new byte[10], 0, 10);
        String sentence = assertInstanceOf(Append.Unopenable.class, last).sentence();
        assertTrue(sentence.contains(NAME) && sentence.contains("no age file"), sentence);
        assertEquals(new Append.Unopenable(sentence), append(file, new byte[10], 10, 10));
        assertEquals(sentence, find(file).file().problem());
        assertFalse(find(file).finished());
    }

    @Test
    void beginsARefusedFileAgainUnderTheSameRecipient() throws Exception {
        UUID id = reserve();
        append(begin(10), new byte[10], 0, 10);
        byte[] sealed = sealedTo(id);
        BundleFile again = begin(sealed.length);
        assertEquals(id, again.id());
        assertEquals(0, find(again).offset());
        append(again, sealed, 0, sealed.length);
        assertTrue(find(again).finished());
    }

    @Test
    void examinesLateWhatAKilledServerLeftUnexamined() throws Exception {
        reserve();
        BundleFile file = begin(10);
        Files.write(staging.data(file), new byte[10]);
        assertTrue(find(file).finished());
        Upload examined = ask(u -> u.examined(ann, file.id())).orElseThrow();
        assertNotNull(examined.file().problem());
    }

    /** A DELETE is between its row and its bytes, which have the path of the next upload. */
    @Test
    void examinesNothingThatARequestIsAt() throws Exception {
        reserve();
        BundleFile file = begin(10);
        Files.write(staging.data(file), new byte[10]);
        assertTrue(staging.hold(file.id()));
        examineAll();
        assertFalse(find(file).file().isExamined());
        staging.release(file.id());
        examineAll();
        assertTrue(find(file).file().isExamined());
    }

    private void examineAll() {
        database.inTransaction(em -> {
            TestRecipients.examinations(em, staging, recipients).examineAll(ann, bundle);
            return bundle;
        });
    }

    @Test
    void neverExaminesAClearFile() {
        UUID id =
                assertInstanceOf(
                                Create.Created.class,
                                ask(u -> u.create(ann, bundle, "a.mp4", Access.PAID, 1)))
                        .file()
                        .id();
        BundleFile file = ask(u -> u.find(ann, id)).orElseThrow().file();
        assertInstanceOf(Append.Appended.class, append(file, new byte[1], 0, 1));
        assertFalse(find(file).file().isExamined());
    }

    @Test
    void dropsARefusedFileLikeAnUnfinishedOne() throws Exception {
        reserve();
        BundleFile file = begin(10);
        append(file, new byte[10], 0, 10);
        ask(u -> {
            u.dropExpired(Instant.now().plus(Duration.ofDays(8)));
            return u;
        });
        assertTrue(ask(u -> u.find(ann, file.id())).isEmpty());
    }

    /** Asks for the recipient, and tells the id that the file will have. */
    private UUID reserve() {
        return database.inTransaction(em -> {
            var reservations = TestRecipients.reservations(em, recipients);
            return TestRecipients.reserve(reservations, ann, bundle, SealedName.of(NAME));
        });
    }

    private byte[] sealedTo(UUID id) throws IOException {
        Path clear = Files.write(folder.resolve("film.mp4"), new byte[100_000]);
        Path sealed = folder.resolve(NAME);
        String recipient = recipients.forFile(bundle, new PaidFile(id, "film.mp4"));
        new FileSealer(1 << 20).encrypt(clear, sealed, recipient, NAME, n -> {});
        return Files.readAllBytes(sealed);
    }

    private BundleFile begin(long length) {
        return assertInstanceOf(Create.Created.class, create(NAME, length)).file();
    }

    private Create create(String name, long length) {
        return ask(u -> u.create(ann, bundle, name, Access.SEALED, length));
    }

    private Append append(BundleFile file, byte[] bytes, int from, int to) {
        var in = new ByteArrayInputStream(bytes, from, to - from);
        return ask(u -> u.append(ann, file.id(), from, in));
    }

    private Upload find(BundleFile file) {
        return ask(u -> u.find(ann, file.id())).orElseThrow();
    }

    private <T> T ask(Function<Uploads, T> question) {
        return database.inTransaction(
                em -> question.apply(TestUploads.over(em, staging, offers, recipients)));
    }
}
