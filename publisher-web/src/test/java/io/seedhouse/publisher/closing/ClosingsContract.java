package io.seedhouse.publisher.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.account.SignUp;
import io.seedhouse.publisher.account.TestAccounts;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.Removal;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.TorrentsInMemory;
import io.seedhouse.publisher.contact.ContactsInMemory;
import io.seedhouse.publisher.notice.TestNotices;
import io.seedhouse.publisher.order.OrdersInMemory;
import io.seedhouse.publisher.session.TestSessions;
import io.seedhouse.publisher.token.Issue;
import io.seedhouse.publisher.token.TestTokens;
import io.seedhouse.publisher.token.Wish;
import io.seedhouse.publisher.webhook.Secrets;
import io.seedhouse.publisher.webhook.TestWebhooks;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What closing an account does on every database. */
abstract class ClosingsContract {
    private static final String ANN = "ann@studio.example";
    private static final String REASON = "Its publisher has closed the account.";

    @TempDir Path folder;

    private final TestDatabase database = database();
    private final TestAccounts accounts = new TestAccounts();
    private final OffersInMemory offers = new OffersInMemory();
    private final TorrentsInMemory torrents = new TorrentsInMemory();
    private final ContactsInMemory contacts = new ContactsInMemory();
    private final OrdersInMemory orders = new OrdersInMemory();
    private final List<Removal> removals = new ArrayList<>();
    private final Instant now = Instant.now();
    private final UUID ann = signUp(ANN);
    private final UUID bob = signUp("bob@studio.example");
    private Secrets secrets;

    abstract TestDatabase database();

    @BeforeEach
    void start() {
        secrets = TestWebhooks.secrets(folder);
    }

    @Test
    void withdrawsWhatIsServedAndSellsItNoLonger() {
        Bundle film = published(ann, "Tide");
        Bundle others = published(bob, "Ebb");
        assertEquals(new Close.Closed(List.of()), close());
        assertEquals(Status.WITHDRAWN, status(film));
        assertEquals(Status.PUBLISHED, status(others));
        assertEquals(Map.of(film.id(), REASON), torrents.retired);
        assertEquals(List.of(film.id()), offers.withdrawn);
    }

    @Test
    void deletesDraftsWithTheirFilesAndTellsWhoeverKeepsRowsOfThem() {
        Bundle draft = draft(ann, "Tide");
        Bundle others = draft(bob, "Ebb");
        assertEquals(new Close.Closed(List.of(draft.id())), close());
        assertEquals(List.of(new Removal(draft.id())), removals);
        assertEquals(List.of(others.id()), ids("select b.id from Bundle b"));
        assertEquals(List.of(others.id()), ids("select f.bundleId from BundleFile f"));
    }

    @Test
    void deletesTheAddressesLeftToItsBundles() {
        Bundle film = published(ann, "Tide");
        Bundle others = published(bob, "Ebb");
        close();
        assertTrue(contacts.forgotten.contains(film.id()));
        assertFalse(contacts.forgotten.contains(others.id()));
    }

    @Test
    void endsSessionsTokensAndWebhooks() {
        String session =
                inTransaction(
                        em -> TestSessions.over(em).open(ann, TestSessions.FIREFOX, null, now));
        String token =
                inTransaction(em ->
                        ((Issue.Issued) TestTokens.over(em).issue(ann, Wish.everything(), now))
                                .text());
        inTransaction(em ->
                TestWebhooks.over(em, secrets)
                        .register(ann, "https://hooks.example/in", List.of("order.paid"), now));
        close();
        assertTrue(inTransaction(em -> TestSessions.over(em).use(session, now)).isEmpty());
        assertTrue(inTransaction(em -> TestTokens.over(em).use(token, now)).isEmpty());
        assertEquals(
                List.of(), inTransaction(em -> TestWebhooks.over(em, secrets).ofPublisher(ann)));
    }

    @Test
    void freesTheAddressAndTellsIt() {
        close();
        assertTrue(waiting().contains("CLOSED " + ANN), waiting().toString());
        assertEquals(
                Long.valueOf(0),
                inTransaction(em ->
                        em.createQuery(
                                        "select count(p) from Publisher p where p.email = :email"
                                                + " or p.id = :id and p.password is not null",
                                        Long.class)
                                .setParameter("email", ANN)
                                .setParameter("id", ann)
                                .getSingleResult()));
        signUp(ANN);
    }

    @Test
    void closesNothingWhileABundleIsBeingSealed() {
        Bundle draft = draft(ann, "Tide");
        inTransaction(em -> {
            em.find(Bundle.class, draft.id()).startSealing(Format.HYBRID);
            return em;
        });
        assertEquals(new Close.Sealing("Tide"), close());
        assertEquals(List.of("Tide"), reckon().sealing());
        assertEquals(Status.SEALING, status(draft));
        assertFalse(waiting().contains("CLOSED " + ANN), waiting().toString());
    }

    @Test
    void closesAnAccountOnce() {
        close();
        assertEquals(new Close.Unknown(), close());
        assertEquals(1, waiting().stream().filter(w -> w.startsWith("CLOSED")).count());
    }

    @Test
    void reckonsFirstWhatItWouldDo() {
        published(ann, "Tide");
        draft(ann, "Ebb");
        published(bob, "Flood");
        Reckoning reckoning = reckon();
        assertEquals(1, reckoning.served());
        assertEquals(1, reckoning.drafts());
        assertEquals(List.of(), reckoning.sealing());
        assertEquals(0, reckoning.orders());
        assertEquals(0, reckoning.programs());
    }

    @Test
    void deletesTheBytesOfDraftsThatAreGone() throws IOException {
        UUID draft = UUID.randomUUID();
        var leftovers = new Leftovers();
        leftovers.home = TestHome.in(folder);
        Path bytes = leftovers.home.staging(draft).resolve("file");
        Files.createDirectories(bytes.getParent());
        Files.writeString(bytes, "clear film");
        leftovers.delete(List.of(draft, UUID.randomUUID()));
        assertFalse(Files.exists(bytes.getParent()));
    }

    @Test
    void handsOutAllThatIsTheirsAndNothingElse() throws IOException {
        published(ann, "Tide");
        draft(ann, "Ebb");
        published(bob, "Flood");
        var out = new ByteArrayOutputStream();
        inTransaction(em -> {
            var export = new Export();
            export.bundles = bundles(em);
            export.orders = orders;
            export.contacts = contacts;
            try {
                export.write(accounts.use(em).accounts.find(ann).orElseThrow(), out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return em;
        });
        Map<String, String> files = unzipped(out.toByteArray());
        assertEquals(
                List.of(
                        "account.json",
                        "ebb/bundle.json",
                        "ebb/contacts.csv",
                        "ebb/orders.csv",
                        "tide/bundle.json",
                        "tide/contacts.csv",
                        "tide/orders.csv"),
                List.copyOf(files.keySet()));
        assertTrue(files.getOrDefault("account.json", "").contains(ANN), files.toString());
        assertFalse(files.getOrDefault("account.json", "").contains("esroh"), files.toString());
        assertTrue(
                files.getOrDefault("ebb/bundle.json", "").contains("film.mp4"), files.toString());
        assertTrue(
                files.getOrDefault("tide/orders.csv", "").startsWith("order,kind,"),
                files.toString());
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private Close close() {
        return inTransaction(em -> {
            var closings = new Closings();
            closings.accounts = accounts.use(em).accounts;
            closings.bundles = bundles(em);
            closings.contacts = contacts;
            closings.webhooks = TestWebhooks.over(em, secrets);
            closings.sessions = TestSessions.over(em);
            closings.tokens = TestTokens.over(em);
            return closings.close(ann, REASON, now);
        });
    }

    private Reckoning reckon() {
        return inTransaction(em -> {
            var reckoner = new Reckoner();
            reckoner.bundles = bundles(em);
            reckoner.orders = orders;
            reckoner.contacts = contacts;
            reckoner.webhooks = TestWebhooks.over(em, secrets);
            reckoner.tokens = TestTokens.over(em);
            return reckoner.reckon(ann);
        });
    }

    private Bundles bundles(EntityManager em) {
        return TestBundles.over(em, offers, torrents, removals::add);
    }

    private Bundle published(UUID publisher, String title) {
        return inTransaction(em -> TestBundles.published(em, publisher, title));
    }

    private Bundle draft(UUID publisher, String title) {
        return inTransaction(em -> {
            Bundle draft = TestBundles.draft(em, publisher, title);
            em.persist(new BundleFile(draft.id(), "film.mp4", Access.PAID, 1000));
            return draft;
        });
    }

    private UUID signUp(String email) {
        SignUp answer =
                inTransaction(em ->
                        accounts.use(em).accounts.signUp(email, "correct horse", "Ann", "::1"));
        return ((SignUp.SignedUp) answer).publisher().id();
    }

    private Status status(Bundle bundle) {
        return inTransaction(em -> em.find(Bundle.class, bundle.id()).status());
    }

    private List<UUID> ids(String query) {
        return inTransaction(em -> em.createQuery(query, UUID.class).getResultList());
    }

    private List<String> waiting() {
        return inTransaction(TestNotices::waiting);
    }

    private <T> T inTransaction(java.util.function.Function<EntityManager, T> work) {
        return database.inTransaction(work);
    }
}
