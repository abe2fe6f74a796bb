package io.seedhouse.publisher.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.contact.ContactsInMemory;
import io.seedhouse.publisher.csv.CsvReader;
import io.seedhouse.publisher.csv.CsvRow;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudiencePageTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final UUID ann = database.publisher();
    private final UUID tide = publish(ann, "Tide");
    private final UUID dunes = publish(ann, "Dunes");
    private final UUID strange = publish(database.publisher(), "Strange");
    private final ContactsInMemory contacts = new ContactsInMemory();
    private final TestWeb web = new TestWeb(database, em -> List.of(page(em), table(em)));
    private final TestBrowser browser = new TestBrowser(web);

    @BeforeEach
    void leave() {
        leave(tide, "ada@example.org", "<b>Yes</b>", null);
        leave(tide, "bob@example.org", "=Yes", NOW);
        leave(dunes, "ada@example.org", "Gladly", null);
        leave(strange, "eve@example.org", "Never yours", null);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void listsEverybodyOfAllBundlesWithWhatTheyAgreedTo() {
        String page = get("/studio/audience");
        assertTrue(page.contains("2 addresses may be written to. 1 has unsubscribed."), page);
        assertTrue(page.contains("&lt;b&gt;Yes"), page);
        assertTrue(page.contains("Gladly"), page);
        assertTrue(page.contains("class=\"gone\">bob@example.org"), page);
        assertFalse(page.contains("eve@example.org"), page);
    }

    @Test
    void keepsToOneBundle() {
        String page = get("/studio/audience?bundle=" + dunes);
        assertTrue(page.contains("Gladly"), page);
        assertFalse(page.contains("bob@example.org"), page);
        assertTrue(page.contains("/studio/audience.csv?bundle=" + dunes), page);
    }

    @Test
    void givesAllOfItAsATable() {
        List<CsvRow> rows = CsvReader.read(get("/studio/audience.csv"), 100);
        assertEquals(4, rows.size());
        assertTrue(rows.stream().anyMatch(r -> r.cell(3).equals("=Yes") && !r.cell(5).isEmpty()));
        assertTrue(get("/studio/audience.csv").contains("'=Yes"));
        assertEquals(2, CsvReader.read(get("/studio/audience.csv?bundle=" + dunes), 100).size());
    }

    @Test
    void forgetsOneAddressOfOneBundle() {
        HttpResponse<String> answer = remove(tide, "ada@example.org", "");
        assertEquals(303, answer.statusCode());
        String page = get(answer.headers().firstValue("Location").orElseThrow());
        assertTrue(page.contains("The address is removed."), page);
        assertTrue(page.contains("Gladly"), page);
        assertFalse(page.contains("&lt;b&gt;Yes"), page);
        assertEquals(404, remove(tide, "ada@example.org", "").statusCode());
    }

    @Test
    void knowsNothingOfAnotherPublishersBundle() {
        assertEquals(404, browser.get("/studio/audience?bundle=" + strange).statusCode());
        assertEquals(404, browser.get("/studio/audience.csv?bundle=" + strange).statusCode());
        assertEquals(404, browser.get("/studio/audience?bundle=x").statusCode());
        assertEquals(404, remove(strange, "eve@example.org", "").statusCode());
        assertEquals(404, remove(tide, "ada@example.org", strange.toString()).statusCode());
        assertEquals(1, contacts.ofBundle(strange).size());
        assertEquals(2, contacts.ofBundle(tide).size());
    }

    @Test
    void saysThatThereIsNobody() {
        contacts.left.clear();
        assertTrue(get("/studio/audience").contains("Nobody has left an address yet."));
    }

    private HttpResponse<String> remove(UUID bundle, String email, String chosen) {
        return browser.submit(
                "/studio/audience/removals",
                "bundle",
                bundle.toString(),
                "email",
                email,
                "chosen",
                chosen);
    }

    private String get(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private void leave(UUID bundle, String email, String words, @Nullable Instant left) {
        contacts.left
                .computeIfAbsent(bundle, b -> new ArrayList<>())
                .add(new Contact(email, words, NOW, left));
    }

    private UUID publish(UUID publisher, String title) {
        return database.inTransaction(em -> TestBundles.published(em, publisher, title).id());
    }

    private AudiencePage page(EntityManager em) {
        AudiencePage page = new AudiencePage();
        page.membership = membership(em);
        return page;
    }

    private AudienceTable table(EntityManager em) {
        AudienceTable table = new AudienceTable();
        table.membership = membership(em);
        return table;
    }

    private Membership membership(EntityManager em) {
        Membership membership = new Membership();
        membership.current = TestPublisher.signedIn(ann);
        membership.bundles = TestBundles.over(em);
        membership.contacts = contacts;
        return membership;
    }
}
