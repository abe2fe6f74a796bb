package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Accounts of publishers.
 *
 * <p>Limits, each for one client address: 60 sign-ups an hour; 10 failed sign-ins in 10 minutes to
 * one account and 100 altogether. A right password clears the account's count.
 */
@ApplicationScoped
public class Accounts {
    private static final int MAX_EMAIL = 254;
    private static final int MAX_PASSWORD = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final RateLimit signUps = new RateLimit(60, Duration.ofHours(1));
    private final RateLimit perAccount = new RateLimit(10, TEN_MINUTES);
    private final RateLimit perAddress = new RateLimit(100, TEN_MINUTES);

    @PersistenceContext EntityManager em;
    @Inject Passwords passwords;

    /**
     * Opens an account.
     *
     * @param password 8 to 200 characters
     * @param clientAddress where the request came from
     * @throws Invalid when a value breaks its rule
     */
    @Transactional
    public SignUp signUp(String email, String password, String name, String clientAddress) {
        String address = email(email);
        String called = Invalid.unlessText("name", name, 1, 100);
        if (password.length() < 8 || password.length() > MAX_PASSWORD) {
            throw new Invalid("password", "The password must have 8 to 200 characters.");
        }
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
        return new SignUp.SignedUp(publisher);
    }

    /** Checks a password; opens no session, see {@link Sessions} and {@link Tokens}. */
    public SignIn signIn(String email, String password, String clientAddress) {
        // Nothing longer than an account could have is looked at, let alone remembered.
        String address = email.length() > MAX_EMAIL ? "" : email.strip().toLowerCase(Locale.ROOT);
        String given = password.length() > MAX_PASSWORD ? "" : password;
        String pair = clientAddress + " " + address;
        Optional<Duration> wait = perAddress.take(clientAddress).or(() -> perAccount.take(pair));
        if (wait.isPresent()) {
            return new SignIn.TooMany(wait.get());
        }
        Optional<Publisher> publisher =
                EMAIL.matcher(address).matches() ? byEmail(address) : Optional.empty();
        String hash = publisher.map(Publisher::password).orElseGet(passwords::ofNobody);
        if (!passwords.matches(given, hash) || publisher.isEmpty()) {
            return new SignIn.WrongPassword();
        }
        perAccount.clear(pair);
        perAddress.giveBack(clientAddress);
        return new SignIn.SignedIn(publisher.get());
    }

    public Optional<Publisher> find(UUID publisherId) {
        return Optional.ofNullable(em.find(Publisher.class, publisherId));
    }

    private Optional<Publisher> byEmail(String email) {
        return em.createQuery("select p from Publisher p where p.email = :email", Publisher.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    private static String email(String given) {
        String email = given.strip().toLowerCase(Locale.ROOT);
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            throw new Invalid("email", "The email must look like name@example.org.");
        }
        return email;
    }
}
