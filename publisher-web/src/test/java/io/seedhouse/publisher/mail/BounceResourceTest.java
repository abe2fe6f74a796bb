package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.TestWeb;
import io.seedhouse.publisher.notice.TestNotices;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BounceResourceTest {
    private static final String DOOR = "/api/v1/mail/bounces";
    private static final String MAIL = "message/rfc822";

    private final TestDatabase database = TestDatabase.h2();
    private final NoticesInMemory notices = new NoticesInMemory();
    private final BounceResource resource = new BounceResource();
    private final TestWeb web = new TestWeb(database, this::over);
    private final TestBrowser server = new TestBrowser(web);

    @TempDir Path home;

    private List<Object> over(EntityManager em) {
        resource.accountNotices = TestNotices.over(em);
        return List.of(resource);
    }

    @BeforeEach
    void wire() {
        resource.notices = notices;
        resource.settings = TestMail.settings(TestHome.in(home));
        resource.settings.bounceToken = Optional.of("a secret of twenty characters");
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void notesALetterThatCameBack() {
        HttpResponse<String> answer = server.post(DOOR, MAIL, ours());
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("{\"noted\":true}", answer.body());
        assertEquals(
                Map.of(BounceTest.NOTICE, "it came back later with status 5.1.1"), notices.bounced);
    }

    @Test
    void notesALetterToTheOwnerOfAnAccountToo() {
        UUID publisher = database.publisher();
        database.inTransaction(em ->
                em.createNativeQuery(
                                "insert into publisher_account_notice (id, publisher_id, kind,"
                                        + " recipient, detail, language, recorded, due, tries)"
                                        + " values (?1, ?2, 'CONFIRM', 'a@b', '', 'en',"
                                        + " current_timestamp, current_timestamp, 1)")
                        .setParameter(1, BounceTest.NOTICE)
                        .setParameter(2, publisher)
                        .executeUpdate());
        server.post(DOOR, MAIL, ours());
        assertEquals(List.of(), database.inTransaction(TestNotices::waiting));
    }

    @Test
    void takesTheReportWithoutItsHeadersToo() {
        String body = ours().substring(ours().indexOf("\r\n\r\n") + 4);
        String type = "multipart/report; report-type=delivery-status; boundary=\"b1\"";
        HttpResponse<String> answer = server.post(DOOR, type, body);
        assertEquals("{\"noted\":true}", answer.body());
    }

    @Test
    void acceptsAndForgetsWhatIsNoBounce() {
        HttpResponse<String> answer = server.post(DOOR, MAIL, "Subject: hello\r\n\r\nhello");
        assertEquals(200, answer.statusCode());
        assertEquals("{\"noted\":false}", answer.body());
        assertTrue(notices.bounced.isEmpty());
    }

    @Test
    void asksOthersThanThisMachineForTheSecret() {
        assertEquals(401, send("X-Forwarded-For", "192.0.2.7"));
        assertEquals(401, send("X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer guess"));
        assertEquals(401, send("Authorization", "Bearer guess"));
        assertTrue(notices.bounced.isEmpty());
        assertEquals(
                200,
                send(
                        "X-Forwarded-For",
                        "192.0.2.7",
                        "Authorization",
                        "Bearer a secret of twenty characters"));
    }

    @Test
    void takesNoBearerWhereNoSecretIsSet() {
        resource.settings.bounceToken = Optional.empty();
        assertEquals(401, send("Authorization", "Bearer x"));
    }

    @Test
    void readsNoMoreThanItHasRoomFor() {
        HttpResponse<String> answer = server.post(DOOR, MAIL, ours() + "x".repeat(256 * 1024));
        assertEquals(413, answer.statusCode());
    }

    private int send(String... headers) {
        return server.post(DOOR, MAIL, ours(), headers).statusCode();
    }

    private static String ours() {
        return BounceTest.report(
                "failed", "message/rfc822", "<" + BounceTest.NOTICE + "@localhost>");
    }
}
