package io.seedhouse.paygate.code;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.offer.Catalogue;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Keeps the codes. Takes part in the caller's transaction. */
@Stateless
@Local(Codes.class)
public class CodeBook implements Codes {
    /** So many keys one query is asked about. */
    private static final int AT_A_TIME = 1000;

    @PersistenceContext(unitName = "paygate")
    EntityManager db;

    @Inject Clock clock;

    /** For the container. */
    public CodeBook() {}

    CodeBook(EntityManager db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Made make(UUID bundleId, List<NewCode> codes) {
        var texts = codes.stream().map(CodeBook::text).toList();
        return tooMany(bundleId, codes.size())
                .or(() -> fault(bundleId, codes, texts))
                .or(() -> clash(bundleId, texts))
                .<Made>map(refused -> refused)
                .orElseGet(() -> save(bundleId, codes, texts));
    }

    @Override
    public List<Code> ofBundle(UUID bundleId) {
        return db.createQuery(
                        "select c from DiscountCode c where c.bundleId = :bundle"
                                + " order by c.created desc, c.place, c.codeKey",
                        DiscountCode.class)
                .setParameter("bundle", bundleId)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .map(DiscountCode::toCode)
                .toList();
    }

    @Override
    public boolean revoke(UUID bundleId, String code) {
        var known = Redeeming.find(db, bundleId, code);
        known.ifPresent(found ->
                db.createQuery(
                                "update DiscountCode c set c.revoked = :now"
                                        + " where c.id = :id and c.revoked is null")
                        .setParameter("now", clock.instant())
                        .setParameter("id", found.id())
                        .executeUpdate());
        return known.isPresent();
    }

    private static CodeText text(NewCode made) {
        return made.code() == null ? CodeText.random() : CodeText.of(made.code());
    }

    private Optional<Made.Refused> tooMany(UUID bundleId, int wanted) {
        if (wanted > MOST_AT_ONCE) {
            return Optional.of(
                    new Made.Refused(
                            MOST_AT_ONCE + 1,
                            "At most %d codes are made at once.".formatted(MOST_AT_ONCE)));
        }
        var room = MOST - count(bundleId);
        return wanted > room
                ? Optional.of(
                        new Made.Refused(
                                (int) room + 1,
                                "A bundle has at most %d codes, and %d are there."
                                        .formatted(MOST, MOST - room)))
                : Optional.empty();
    }

    private long count(UUID bundleId) {
        return db.createQuery(
                        "select count(c) from DiscountCode c where c.bundleId = :bundle",
                        Long.class)
                .setParameter("bundle", bundleId)
                .getSingleResult();
    }

    private Optional<Made.Refused> fault(UUID bundleId, List<NewCode> codes, List<CodeText> texts) {
        var rules = new CodeRules(Catalogue.tiers(db, bundleId));
        return IntStream.range(0, codes.size())
                .mapToObj(i ->
                        rules.fault(codes.get(i), texts.get(i))
                                .map(sentence -> new Made.Refused(i + 1, sentence)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A code that comes twice, or is there already. */
    private Optional<Made.Refused> clash(UUID bundleId, List<CodeText> texts) {
        var taken = taken(bundleId, texts.stream().map(CodeText::key).toList());
        var seen = new HashSet<String>();
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (taken.contains(text.key())) {
                return Optional.of(
                        new Made.Refused(
                                i + 1, "The code %s exists already.".formatted(text.shown())));
            }
            if (!seen.add(text.key())) {
                return Optional.of(
                        new Made.Refused(
                                i + 1, "The code %s comes twice.".formatted(text.shown())));
            }
        }
        return Optional.empty();
    }

    private Set<String> taken(UUID bundleId, List<String> keys) {
        var taken = new HashSet<String>();
        for (var from = 0; from < keys.size(); from += AT_A_TIME) {
            taken.addAll(
                    known(bundleId, keys.subList(from, Math.min(from + AT_A_TIME, keys.size()))));
        }
        return taken;
    }

    private List<String> known(UUID bundleId, Collection<String> keys) {
        return db.createQuery(
                        "select c.codeKey from DiscountCode c"
                                + " where c.bundleId = :bundle and c.codeKey in (:keys)",
                        String.class)
                .setParameter("bundle", bundleId)
                .setParameter("keys", keys)
                .getResultList();
    }

    private Made save(UUID bundleId, List<NewCode> codes, List<CodeText> texts) {
        var now = clock.instant();
        var saved = new ArrayList<Code>(codes.size());
        for (var i = 0; i < codes.size(); i++) {
            var code = new DiscountCode(bundleId, texts.get(i), codes.get(i), now, i);
            db.persist(code);
            saved.add(code.toCode());
        }
        db.flush();
        return new Made.All(saved);
    }
}
