package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.door.Loopback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mail is sent, from the environment. */
@ApplicationScoped
class MailSettings {
    private static final int SUBMISSION = 587;
    private static final int RELAY = 25;

    @Inject
    @ConfigProperty(name = "seedhouse.smtp.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "seedhouse.smtp.port")
    Optional<Integer> port;

    @Inject
    @ConfigProperty(name = "seedhouse.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "seedhouse.smtp.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "seedhouse.mail.from")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "seedhouse.bounce.token")
    Optional<String> bounceToken;

    @Inject Site site;
    @Inject Home home;

    /**
     * The operator's mail server; empty where there is none.
     *
     * @throws IllegalArgumentException naming the setting that is at fault
     */
    Optional<SmtpServer> server() {
        int open = port.orElse(user.isPresent() ? SUBMISSION : RELAY);
        if (open < 1 || open > 65535) {
            throw new IllegalArgumentException(
                    "SEEDHOUSE_SMTP_PORT must be from 1 to 65535, not " + open + ".");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException(
                    "Set both SEEDHOUSE_SMTP_USER and SEEDHOUSE_SMTP_PASSWORD, or neither.");
        }
        return host.map(h -> SmtpServer.of(h, open, user.orElse(null), password.orElse(null)));
    }

    /**
     * @throws IllegalArgumentException when the address that mail is to come from is none
     */
    Envelope envelope() {
        String sender = from.orElse("Seedhouse <seedhouse@" + host() + ">");
        try {
            return new Envelope(new InternetAddress(sender, true), host());
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "SEEDHOUSE_MAIL_FROM must be an address such as Films <films@example.org>.", e);
        }
    }

    /**
     * The way out for letters.
     *
     * @param clock closes connections that take too long
     */
    Post post(ScheduledExecutorService clock) {
        Envelope envelope = envelope();
        return server().<Post>map(s -> new Smtp(s, envelope, clock, Dispatch.LONGEST_SENDING))
                .orElseGet(this::shown);
    }

    /** Where letters are kept that are shown on a page. */
    ShownMail shown() {
        return new ShownMail(home.mail(), envelope());
    }

    /**
     * Whether letters are shown on a page: a platform that others can reach shows nobody what opens
     * its buyers' libraries.
     */
    boolean isShown() {
        return server().isEmpty() && Loopback.is(host());
    }

    /** Whether it is the secret of a mail server elsewhere; nothing is where none is set. */
    boolean isBounceToken(String given) {
        return bounceToken
                .filter(t -> MessageDigest.isEqual(t.getBytes(UTF_8), given.getBytes(UTF_8)))
                .isPresent();
    }

    /** Of the base URL; it ends every Message-ID. */
    String host() {
        return URI.create(site.url("/")).getHost();
    }
}
