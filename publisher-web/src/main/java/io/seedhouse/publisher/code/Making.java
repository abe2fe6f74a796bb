package io.seedhouse.publisher.code;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.Made;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Removal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes codes for a publisher's own bundles, once for each key. */
@ApplicationScoped
@Transactional
public class Making {
    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Codes codes;

    /**
     * Makes all codes or none. The bundle is locked meanwhile, so of two calls at once with one key
     * the second finds what the first has made.
     *
     * @param key of the caller's choice, at most 100 characters; null makes new codes every time
     */
    public Make make(UUID publisherId, UUID bundleId, @Nullable String key, List<NewCode> wanted) {
        if (bundles.lock(publisherId, bundleId).isEmpty()) {
            return new Make.NoSuchBundle();
        }
        return Optional.ofNullable(key)
                .flatMap(k -> earlier(bundleId, k))
                .map(call -> repeat(bundleId, call, wanted))
                .orElseGet(() -> make(bundleId, key, wanted));
    }

    private Make make(UUID bundleId, @Nullable String key, List<NewCode> wanted) {
        return switch (codes.make(bundleId, wanted)) {
            case Made.Refused r -> new Make.Refused(r.line(), r.sentence());
            case Made.All all -> {
                if (key != null) {
                    em.persist(new CodeCall(bundleId, key, wanted, all.codes()));
                }
                yield new Make.Done(all.codes());
            }
        };
    }

    private Make repeat(UUID bundleId, CodeCall call, List<NewCode> wanted) {
        if (!call.isFor(wanted)) {
            return new Make.OtherRequest();
        }
        Set<String> made = call.codes();
        List<Code> all = codes.ofBundle(bundleId);
        return new Make.Done(all.stream().filter(code -> made.contains(code.code())).toList());
    }

    private Optional<CodeCall> earlier(UUID bundleId, String key) {
        return em.createQuery(
                        "select c from CodeCall c where c.bundleId = :bundle and c.callKey = :key",
                        CodeCall.class)
                .setParameter("bundle", bundleId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** Forgets what was kept of a draft that goes. */
    void forget(@Observes Removal removal) {
        em.createQuery("delete from CodeCall c where c.bundleId = :bundle")
                .setParameter("bundle", removal.bundleId())
                .executeUpdate();
    }
}
