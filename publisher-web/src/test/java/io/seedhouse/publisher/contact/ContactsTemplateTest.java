package io.seedhouse.publisher.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Rendered;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactsTemplateTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void showsWhoStaysAndWhoHasLeft() {
        String html =
                html(
                        new ContactsView.Row("ann@example.org", "<b>Yes</b>", NOW, null),
                        new ContactsView.Row("bob@example.org", "Yes", NOW, NOW));
        assertTrue(html.contains("ann@example.org"), html);
        assertTrue(html.contains("class=\"gone\">bob@example.org"), html);
        assertTrue(html.contains("&lt;b&gt;Yes"), html);
        assertTrue(html.contains("href=\"/api/v1/bundles/x/contacts?format=csv\""), html);
    }

    @Test
    void saysThatThereIsNobody() {
        assertFalse(html().contains("<table"), html());
    }

    @Test
    void writesATableThatNoSpreadsheetRuns() {
        assertEquals(
                "email,consent,given,unsubscribed\r\n"
                        + "'=1@example.org,\"Yes, please\",2027-01-01T00:00:00Z,\r\n"
                        + "a@example.org,'+1,2027-01-01T00:00:00Z,2027-01-01T00:00:00Z\r\n",
                ContactTable.write(
                                List.of(
                                        new Contact("=1@example.org", "Yes, please", NOW, null),
                                        new Contact("a@example.org", "+1", NOW, NOW)))
                        .text());
    }

    private static String html(ContactsView.Row... rows) {
        return Rendered.html(
                new Page(
                        "contact/contacts.jte",
                        new ContactsView("x", "Tide", 1, List.of(rows), 0)));
    }
}
