package io.seedhouse.publisher.mail;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.contact.ContactsInMemory;
import io.seedhouse.publisher.gift.GiftsInMemory;
import io.seedhouse.publisher.library.TestLibrary;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The beans of this package, put together by hand. */
final class TestMail {
    private TestMail() {}

    static Letters letters(EntityManager em, GiftsInMemory gifts, ContactsInMemory contacts) {
        Letters letters = new Letters();
        letters.site = TestHome.site();
        letters.links = TestLibrary.links(em);
        letters.gifts = gifts;
        letters.contacts = contacts;
        return letters;
    }

    static Letters letters(EntityManager em) {
        return letters(em, new GiftsInMemory(), new ContactsInMemory());
    }

    static Envelope envelope() {
        try {
            return new Envelope(
                    new InternetAddress("Seedhouse <films@seedhouse.example>"), "films.example");
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    static Letter letter(String recipient, String subject) {
        return new Letter(UUID.randomUUID(), recipient, subject, "Hello.", "<p>Hello.</p>", null);
    }

    /** Of a platform at {@code http://localhost:8080} without a mail server. */
    static MailSettings settings(Home home) {
        MailSettings settings = new MailSettings();
        settings.host = Optional.empty();
        settings.port = Optional.empty();
        settings.user = Optional.empty();
        settings.password = Optional.empty();
        settings.from = Optional.empty();
        settings.bounceToken = Optional.empty();
        settings.site = TestHome.site();
        settings.home = home;
        return settings;
    }
}
