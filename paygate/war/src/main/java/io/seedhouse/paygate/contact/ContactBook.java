package io.seedhouse.paygate.contact;

import io.seedhouse.paygate.api.Contacts;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps the addresses. Takes part in the caller's transaction. */
@Stateless
@Local(Contacts.class)
public class ContactBook implements Contacts {
    /** Tokens of one address that work at a time; the oldest give way. */
    static final int TOKENS = 20;

    @PersistenceContext(unitName = "paygate")
    EntityManager db;

    @Inject Clock clock;

    /** For the container. */
    public ContactBook() {}

    ContactBook(EntityManager db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Contact> ofBundle(UUID bundleId) {
        var contacts = new LinkedHashMap<String, Consent>();
        db.createQuery(
                        "select c from Consent c where c.bundleId = :bundle"
                                + " order by c.given, c.emailKey",
                        Consent.class)
                .setParameter("bundle", bundleId)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .forEach(consent -> contacts.merge(consent.emailKey(), consent, ContactBook::of));
        return contacts.values().stream()
                .map(Consent::toContact)
                .sorted(Comparator.comparing(Contact::given))
                .toList();
    }

    /** Of two consents of a person the older that holds counts, else the newer. */
    private static Consent of(Consent older, Consent newer) {
        return older.holds() ? older : newer;
    }

    @Override
    public Optional<String> issueToken(UUID orderId) {
        return Optional.ofNullable(db.find(Consent.class, orderId))
                .map(consent -> issue(consent).text());
    }

    @Override
    public boolean unsubscribe(String token) {
        var stored =
                Optional.ofNullable(db.find(StoredToken.class, new UnsubscribeToken(token).hash()));
        stored.ifPresent(this::markLeft);
        return stored.isPresent();
    }

    @Override
    public void forget(UUID bundleId) {
        for (String kept : List.of("StoredToken", "Consent")) {
            db.createQuery("delete from " + kept + " k where k.bundleId = :bundle")
                    .setParameter("bundle", bundleId)
                    .executeUpdate();
        }
    }

    @Override
    public boolean remove(UUID bundleId, String email) {
        var key = email.strip().toLowerCase(Locale.ROOT);
        delete("StoredToken", bundleId, key);
        return delete("Consent", bundleId, key) > 0;
    }

    private int delete(String entity, UUID bundleId, String key) {
        return db.createQuery(
                        "delete from "
                                + entity
                                + " c where c.bundleId = :bundle and c.emailKey = :key")
                .setParameter("bundle", bundleId)
                .setParameter("key", key)
                .executeUpdate();
    }

    private void markLeft(StoredToken token) {
        db.createQuery(
                        "update Consent c set c.unsubscribed = :now where c.bundleId = :bundle"
                                + " and c.emailKey = :key and c.unsubscribed is null")
                .setParameter("now", clock.instant())
                .setParameter("bundle", token.bundleId())
                .setParameter("key", token.emailKey())
                .executeUpdate();
    }

    private UnsubscribeToken issue(Consent consent) {
        db.createQuery(
                        "select t from StoredToken t where t.bundleId = :bundle"
                                + " and t.emailKey = :key order by t.issued desc, t.hash",
                        StoredToken.class)
                .setParameter("bundle", consent.bundleId())
                .setParameter("key", consent.emailKey())
                .setFirstResult(TOKENS - 1)
                .getResultList()
                .forEach(db::remove);
        var token = UnsubscribeToken.generate();
        db.persist(new StoredToken(token, consent, clock.instant()));
        return token;
    }
}
