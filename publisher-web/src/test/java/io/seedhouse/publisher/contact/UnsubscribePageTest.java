package io.seedhouse.publisher.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsubscribePageTest {
    private static final UUID ORDER = UUID.randomUUID();

    private final ContactsInMemory contacts = new ContactsInMemory();
    private final TestWeb web = new TestWeb(TestDatabase.h2(), em -> List.of(page()));
    private final TestBrowser browser = new TestBrowser(web);

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void unsubscribesByAButtonAndNotByALook() {
        String token = issue();
        HttpResponse<String> page = browser.get("/unsubscribe?token=" + token);
        assertTrue(page.body().contains("<button"), page.body());
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals(List.of(), contacts.unsubscribed);
        assertEquals(200, browser.submit("/unsubscribe", "token", token).statusCode());
        assertEquals(List.of(token), contacts.unsubscribed);
    }

    /** As a mail provider does, which sends neither cookies nor an origin. */
    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=b, '--b\r\nContent-Disposition: form-data;"
                + " name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n'"
    })
    void unsubscribesByOneClick(String type, String body) {
        String token = issue();
        HttpResponse<String> answer = browser.post("/unsubscribe?token=" + token, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(List.of(token), contacts.unsubscribed);
    }

    @Test
    void unsubscribesNobodyForATokenThatIsNone() {
        assertEquals(404, browser.submit("/unsubscribe", "token", "x").statusCode());
        assertEquals(404, browser.submit("/unsubscribe").statusCode());
    }

    private String issue() {
        contacts.consenting.add(ORDER);
        return contacts.issueToken(ORDER).orElseThrow();
    }

    private UnsubscribePage page() {
        UnsubscribePage page = new UnsubscribePage();
        page.contacts = contacts;
        return page;
    }
}
