package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.RateLimit;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.notice.AccountNotices;
import io.seedhouse.publisher.notice.Kind;
import io.seedhouse.publisher.notice.MailLinks;
import io.seedhouse.publisher.notice.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts of publishers.
 *
 * <p>Limits, each for one client address: 60 sign-ups an hour; 10 wrong passwords in 10 minutes to
 * one account and 100 altogether. A right password clears the account's count.
 */
@ApplicationScoped
public class Accounts {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final RateLimit signUps = new RateLimit(60, Duration.ofHours(1));
    private final RateLimit perAccount = new RateLimit(10, TEN_MINUTES);
    private final RateLimit perAddress = new RateLimit(100, TEN_MINUTES);

    @PersistenceContext EntityManager em;
    @Inject Passwords passwords;
    @Inject AccountNotices notices;
    @Inject MailLinks links;

    /**
     * Opens an account, and mails a link that proves its address.
     *
     * @param password 8 to 200 characters
     * @param clientAddress where the request came from
     * @throws Invalid when a value breaks its rule
     */
    @Transactional
    public SignUp signUp(String email, String password, String name, String clientAddress) {
        String address = Address.of(email);
        String called = Invalid.unlessText("name", name, 1, 100);
        PasswordRule.require(password, address);
        Optional<Duration> wait = signUps.take(clientAddress);
        if (wait.isPresent()) {
            return new SignUp.TooMany(wait.get());
        }
        String hash = passwords.hash(password);
        if (byEmail(address).isPresent()) {
            return new SignUp.EmailTaken(address);
        }
        Publisher publisher = new Publisher(address, called, hash);
        em.persist(publisher);
        em.flush();
        tell(Kind.CONFIRM, publisher, Instant.now());
        return new SignUp.SignedUp(publisher);
    }

    /** Checks a password; opens no session and makes no token. */
    public SignIn signIn(String email, String password, String clientAddress) {
        // Nothing longer than an account could have is looked at, let alone remembered.
        String address =
                email.length() > Address.LONGEST ? "" : email.strip().toLowerCase(Locale.ROOT);
        return check(
                Address.isOne(address) ? byEmail(address) : Optional.empty(),
                address,
                password,
                clientAddress);
    }

    /** The same for somebody who is signed in, before what needs a password. */
    public SignIn signIn(UUID publisherId, String password, String clientAddress) {
        Optional<Publisher> publisher = find(publisherId);
        String address = publisher.map(Publisher::email).orElse("");
        return check(publisher, address, password, clientAddress);
    }

    private SignIn check(
            Optional<Publisher> publisher, String address, String password, String clientAddress) {
        String given = password.length() > PasswordRule.LONGEST ? "" : password;
        String pair = clientAddress + " " + address;
        Optional<Duration> wait = perAddress.take(clientAddress).or(() -> perAccount.take(pair));
        if (wait.isPresent()) {
            return new SignIn.TooMany(wait.get());
        }
        String hash = publisher.map(Publisher::password).orElseGet(passwords::ofNobody);
        if (!passwords.matches(given, hash) || publisher.isEmpty()) {
            return new SignIn.WrongPassword();
        }
        perAccount.clear(pair);
        perAddress.giveBack(clientAddress);
        return new SignIn.SignedIn(publisher.get());
    }

    /** An account that is open. */
    public Optional<Publisher> find(UUID publisherId) {
        return Optional.ofNullable(em.find(Publisher.class, publisherId))
                .filter(p -> !p.isClosed());
    }

    /** Takes an address as proven, without a mail. */
    @Transactional
    public void confirm(UUID publisherId) {
        find(publisherId).ifPresent(p -> p.confirm(Instant.now()));
        notices.drop(publisherId, List.of(Kind.CONFIRM));
    }

    /** Mails the link that proves the address once more. */
    @Transactional
    public void askToConfirm(UUID publisherId, Instant now) {
        find(publisherId).filter(p -> !p.isConfirmed()).ifPresent(p -> tell(Kind.CONFIRM, p, now));
    }

    /**
     * @throws Invalid for a name that breaks the rule
     */
    @Transactional
    public void rename(UUID publisherId, String name) {
        String called = Invalid.unlessText("name", name, 1, 100);
        find(publisherId).ifPresent(p -> p.rename(called));
    }

    /** Keeps others from changing an account until the transaction ends; false for none. */
    @Transactional
    public boolean lock(UUID publisherId) {
        Publisher publisher = em.find(Publisher.class, publisherId, LockModeType.PESSIMISTIC_WRITE);
        return publisher != null && !publisher.isClosed();
    }

    /**
     * Closes an account for good and mails its owner that it is; what it holds is the caller's to
     * end.
     */
    @Transactional
    public void close(UUID publisherId, Instant now) {
        notices.drop(publisherId, List.of(Kind.values()));
        links.forget(publisherId);
        find(publisherId)
                .ifPresent(p -> {
                    tell(Kind.CLOSED, p, now);
                    p.close(now);
                });
    }

    Optional<Publisher> byEmail(String email) {
        return em.createQuery("select p from Publisher p where p.email = :email", Publisher.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    void tell(Kind kind, Publisher publisher, Instant now) {
        tell(kind, publisher, publisher.email(), publisher.name(), now);
    }

    void tell(Kind kind, Publisher publisher, String recipient, String detail, Instant now) {
        String language = Reader.current().language().tag();
        notices.record(kind, publisher.id(), new Telling(recipient, detail, language), now);
    }

    /** The hash of a new password. */
    String hash(Publisher publisher, String password) {
        return passwords.hash(PasswordRule.require(password, publisher.email()));
    }
}
