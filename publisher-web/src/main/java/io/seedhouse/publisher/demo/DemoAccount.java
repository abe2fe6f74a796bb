package io.seedhouse.publisher.demo;

import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.account.SignUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The demo's publisher. The password is on disk before the account is opened with it, so a server
 * killed between the two finds both again.
 */
@ApplicationScoped
class DemoAccount {
    static final String EMAIL = "demo@seedhouse.localhost";
    private static final String NAME = "Seedhouse demo";

    @PersistenceContext EntityManager em;
    @Inject Accounts accounts;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    String home;

    /** The demo's account, opened if nobody has one yet; empty on a platform in use without it. */
    Optional<UUID> open() {
        Optional<UUID> known = find();
        if (known.isPresent() || accountsInAll() > 0) {
            return known;
        }
        String password = new PasswordFile(Path.of(home, "keys", "demo-password")).read();
        return switch (accounts.signUp(EMAIL, password, NAME, "the platform itself")) {
            case SignUp.SignedUp s -> {
                accounts.confirm(s.publisher().id()); // nobody reads mail to it
                yield Optional.of(s.publisher().id());
            }
            case SignUp.EmailTaken t -> find();
            case SignUp.TooMany t -> Optional.empty();
        };
    }

    private Optional<UUID> find() {
        return em.createQuery("select p from Publisher p where p.email = :email", Publisher.class)
                .setParameter("email", EMAIL)
                .getResultStream()
                .findFirst()
                .map(Publisher::id);
    }

    private long accountsInAll() {
        return em.createQuery("select count(p) from Publisher p", Long.class).getSingleResult();
    }
}
