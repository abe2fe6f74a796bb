package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.TestWeb;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPageTest {
    private static final String ANN = "ann@audience.example";

    private final TestDatabase database = TestDatabase.h2();
    private final MailPage page = new MailPage();
    private final TestWeb web = new TestWeb(database, em -> List.of(page));
    private final TestBrowser here = new TestBrowser(web);

    @TempDir Path home;

    @BeforeEach
    void settings() {
        page.site = TestHome.site();
        page.settings = TestMail.settings(TestHome.in(home));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void showsLettersNewestFirstWithLinksThatLeadOn() {
        String first = post();
        String second = post();
        HttpResponse<String> shown = here.get("/mail");
        assertEquals(200, shown.statusCode());
        assertEquals("no-store", shown.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("no-referrer", shown.headers().firstValue("Referrer-Policy").orElse(""));
        assertTrue(shown.body().contains("<a href=\"" + first + "\">"), shown.body());
        assertTrue(
                shown.body().indexOf(second) < shown.body().indexOf(first)
                        && shown.body().contains(second),
                shown.body());
    }

    @Test
    void isEmptyBeforeTheFirst() {
        assertTrue(here.get("/mail").body().contains("None yet."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void isNotThereForWhoeverComesThroughAProxy(String header) {
        post();
        HttpResponse<String> refused = here.get("/mail", header, "127.0.0.1");
        assertEquals(404, refused.statusCode());
    }

    @Test
    void isNotThereWhereAMailServerIsSet() {
        page.settings.host = Optional.of("mail.example");
        assertEquals(404, here.get("/mail").statusCode());
    }

    private String post() {
        return database.inTransaction(em -> {
            Letter letter =
                    TestMail.letters(em)
                            .write(NoticesInMemory.notice(Kind.RECEIPT, ANN))
                            .orElseThrow();
            assertEquals(new Posted.Taken(), page.settings.shown().post(letter));
            return letter.text()
                    .lines()
                    .filter(l -> l.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
        });
    }
}
