package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.TestHome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private final MailSettings settings = TestMail.settings(TestHome.in(Path.of("target/none")));

    @Test
    void showsMailOnAPageUnlessAServerIsSet() {
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            assertInstanceOf(ShownMail.class, settings.post(clock));
            settings.host = Optional.of("mail.example");
            assertInstanceOf(Smtp.class, settings.post(clock));
        }
    }

    @Test
    void knowsThePortThatGoesWithASignIn() {
        settings.host = Optional.of("mail.example");
        assertEquals(25, settings.server().orElseThrow().port());
        settings.user = Optional.of("u");
        settings.password = Optional.of("p");
        assertEquals(587, settings.server().orElseThrow().port());
    }

    @Test
    void namesTheSettingThatIsAtFault() {
        settings.from = Optional.of("no address");
        assertFault("SEEDHOUSE_MAIL_FROM");
        settings.from = Optional.empty();
        settings.port = Optional.of(0);
        assertFault("SEEDHOUSE_SMTP_PORT");
        settings.port = Optional.empty();
        settings.user = Optional.of("u");
        assertFault("SEEDHOUSE_SMTP_PASSWORD");
    }

    private void assertFault(String setting) {
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var fault = assertThrows(IllegalArgumentException.class, () -> settings.post(clock));
            String said = String.valueOf(fault.getMessage());
            assertEquals(true, said.contains(setting), said);
        }
    }
}
