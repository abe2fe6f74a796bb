package io.seedhouse.publisher.mail;

import io.seedhouse.publisher.door.Loopback;
import org.jspecify.annotations.Nullable;

/**
 * The operator's mail server.
 *
 * @param user null where it takes mail from us without a sign-in
 * @param password null where there is no user
 */
record SmtpServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Encryption encryption) {

    /** How the connection is kept from others. A certificate is always checked. */
    enum Encryption {
        /** Not at all: the server is this machine. */
        NONE,
        /** STARTTLS where the server offers it. */
        OFFERED,
        /** STARTTLS, and no mail without it. */
        REQUIRED,
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT
    }

    /** With the encryption that fits: a password leaves this machine by TLS only. */
    static SmtpServer of(String host, int port, @Nullable String user, @Nullable String password) {
        Encryption encryption =
                port == 465
                        ? Encryption.IMPLICIT
                        : Loopback.is(host)
                                ? Encryption.NONE
                                : user == null ? Encryption.OFFERED : Encryption.REQUIRED;
        return new SmtpServer(host, port, user, password, encryption);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SmtpServer[host=" + host + ", port=" + port + "]";
    }
}
