package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.api.Torrents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All bundles. What belongs to another publisher is answered as if it did not exist. */
@ApplicationScoped
@Transactional
public class Bundles {
    private static final System.Logger LOG = System.getLogger(Bundles.class.getName());

    @PersistenceContext EntityManager em;
    @Inject Offers offers;
    @Inject Torrents torrents;
    @Inject Meter meter;
    @Inject Event<Publication> publications;
    @Inject Event<Removal> removals;

    InstantSource clock = InstantSource.system();

    /** A new, empty draft. Its slug comes from the title and stays. */
    public Bundle create(UUID publisherId, Texts texts) {
        return create(publisherId, null, texts);
    }

    /**
     * As above, but of several calls with one key the first makes the bundle and all answer it.
     *
     * @throws jakarta.persistence.PersistenceException when two come at once, to one of them; the
     *     bundle is there then
     */
    Bundle create(UUID publisherId, @Nullable String key, Texts texts) {
        return Optional.ofNullable(key)
                .flatMap(k -> created(publisherId, k))
                .orElseGet(() -> insert(publisherId, key, texts));
    }

    private Bundle insert(UUID publisherId, @Nullable String key, Texts texts) {
        String slug = Slug.of(texts.title(), this::taken);
        Bundle bundle = new Bundle(publisherId, key, slug, texts);
        em.persist(bundle);
        em.flush();
        return bundle;
    }

    private Optional<Bundle> created(UUID publisherId, String key) {
        return em.createQuery(
                        "select b from Bundle b where b.publisherId = :publisher"
                                + " and b.creationKey = :key",
                        Bundle.class)
                .setParameter("publisher", publisherId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /**
     * Changes the texts, at any time.
     *
     * @param seen the revision that the change was made to; null to change whatever is there.
     *     Saving again what is there already is no conflict.
     */
    public Edit edit(UUID publisherId, UUID bundleId, Texts texts, @Nullable Integer seen) {
        Optional<Bundle> found = lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new Edit.NoSuchBundle();
        }
        Bundle bundle = found.get();
        if (bundle.texts().equals(texts)) {
            return new Edit.Edited(bundle);
        }
        if (seen != null && seen != bundle.revision()) {
            return new Edit.Conflict(bundle);
        }
        bundle.edit(texts);
        if (bundle.status() == Status.PUBLISHED) {
            release(bundle, false);
        }
        return new Edit.Edited(bundle);
    }

    /** A publisher's own bundles, newest first. */
    public List<Bundle> ofPublisher(UUID publisherId) {
        return em.createQuery(
                        "select b from Bundle b where b.publisherId = :publisher"
                                + " order by b.created desc, b.slug",
                        Bundle.class)
                .setParameter("publisher", publisherId)
                .getResultList();
    }

    /** A bundle of this publisher; somebody else's is empty. */
    public Optional<Bundle> find(UUID publisherId, UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId))
                .filter(b -> b.publisherId().equals(publisherId));
    }

    /**
     * Like {@link #find}, and no one else changes the bundle until the caller's transaction ends.
     */
    public Optional<Bundle> lock(UUID publisherId, UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId, LockModeType.PESSIMISTIC_WRITE))
                .filter(b -> b.publisherId().equals(publisherId));
    }

    /** All of a publisher, and no one else changes them until the caller's transaction ends. */
    public List<Bundle> lockOfPublisher(UUID publisherId) {
        return em.createQuery(
                        "select b from Bundle b where b.publisherId = :publisher order by b.id",
                        Bundle.class)
                .setParameter("publisher", publisherId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** A published bundle. */
    public Optional<Bundle> published(UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId))
                .filter(b -> b.status() == Status.PUBLISHED);
    }

    /** A bundle that is published, or was until it was withdrawn. */
    public Optional<Bundle> everPublished(UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId))
                .filter(b -> b.published() != null);
    }

    /** The same by the last part of its address. */
    public Optional<Bundle> everPublished(String slug) {
        if (slug.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return em.createQuery(
                        "select b from Bundle b where b.slug = :slug and b.published is not null",
                        Bundle.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** A published bundle by the last part of its address. */
    public Optional<Bundle> bySlug(String slug) {
        return everPublished(slug).filter(b -> b.status() == Status.PUBLISHED);
    }

    /**
     * Published bundles whose title or synopsis holds {@code q}, newest first.
     *
     * @param q empty for all
     * @param after {@link Shelf#next} of the part before; null for the first
     * @param limit 1 to 100
     * @throws Invalid for an {@code after} that is none
     */
    public Shelf catalogue(String q, @Nullable String after, int limit) {
        return Catalogue.shelf(em, q, after, limit);
    }

    /** The files of a bundle, by name. */
    public List<BundleFile> files(UUID bundleId) {
        return em.createQuery(
                        "select f from BundleFile f where f.bundleId = :bundle order by f.nameKey",
                        BundleFile.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /**
     * Deletes a draft with its tiers and the rows of its files; their bytes are the caller's to
     * delete, once this is committed.
     *
     * @return false where the publisher has no such draft
     */
    public boolean remove(UUID publisherId, UUID bundleId) {
        Optional<Bundle> draft =
                lock(publisherId, bundleId).filter(b -> b.status() == Status.DRAFT);
        draft.ifPresent(b -> {
            tiers(bundleId).forEach(offer -> offers.remove(bundleId, offer.tier()));
            removals.fire(new Removal(bundleId));
            em.createQuery("delete from BundleFile f where f.bundleId = :bundle")
                    .setParameter("bundle", bundleId)
                    .executeUpdate();
            em.remove(b);
            em.flush();
        });
        return draft.isPresent();
    }

    /** How far a bundle's sealing is: nothing done in a draft, everything once sealed. */
    public Progress progress(Bundle bundle) {
        long bytes = files(bundle.id()).stream().mapToLong(BundleFile::length).sum();
        long total = bytes * bundle.format().passes();
        return switch (bundle.status()) {
            case DRAFT -> new Progress(0, total);
            case SEALING ->
                    new Progress(
                            Math.min(total, meter.done(bundle.id())),
                            total,
                            meter.phase(bundle.id()).label());
            case SEALED, PUBLISHED, WITHDRAWN -> new Progress(total, total);
        };
    }

    /** The tiers of a bundle, cheapest first. */
    public List<Offer> tiers(UUID bundleId) {
        return offers.ofBundle(bundleId);
    }

    /** As below, at one price and without tips. */
    public PutTier putTier(
            UUID publisherId, UUID bundleId, String tier, Money price, List<String> files) {
        Pricing pricing = new Pricing.Fixed(List.of(price));
        return putTier(publisherId, bundleId, tier, pricing, false, files);
    }

    /**
     * Creates a tier or changes its price and files; before and after sealing alike. One that was
     * removed comes back.
     *
     * @param tier 1 to 80 characters
     * @param tips whether a buyer may add to the price
     * @param files names as uploaded, of paid files
     * @throws Invalid for a tier's name that breaks the rule
     */
    public PutTier putTier(
            UUID publisherId,
            UUID bundleId,
            String tier,
            Pricing pricing,
            boolean tips,
            List<String> files) {
        String name = Invalid.unlessText("tier", tier, 1, 80);
        if (lock(publisherId, bundleId).isEmpty()) {
            return new PutTier.NoSuchBundle(bundleId);
        }
        return switch (TierFiles.of(files, files(bundleId))) {
            case TierFiles.Refused r -> new PutTier.Refused(r.sentence());
            case TierFiles.Found f ->
                    Price.answer(offers.put(bundleId, name, pricing, tips, f.files()));
        };
    }

    /**
     * Takes a tier off sale. Orders already begun can still be paid, and keys that were sold stay
     * good.
     *
     * @return false where the publisher has no such tier
     */
    public boolean removeTier(UUID publisherId, UUID bundleId, String tier) {
        return lock(publisherId, bundleId).isPresent() && offers.remove(bundleId, tier);
    }

    /** A tier that sells what the bundle does not hold; empty when all are in order. */
    public Optional<Unsellable> unsellable(UUID bundleId) {
        return Unsellable.among(tiers(bundleId), files(bundleId));
    }

    /**
     * Lets the tiers that sold a deleted file of this name sell the one that came in its place.
     * Unless the paygate refuses their old price by now: {@link #unsellable} then tells.
     */
    public void takePlace(BundleFile file) {
        if (file.access().isSold()) {
            for (Offer offer : tiers(file.bundleId())) {
                List<PaidFile> sold =
                        offer.files().stream()
                                .map(f -> f.name().equals(file.name()) ? file.paid() : f)
                                .toList();
                if (!sold.equals(offer.files())) {
                    offers.put(file.bundleId(), offer.tier(), offer.pricing(), offer.tips(), sold);
                }
            }
        }
    }

    /**
     * As below, naming the premiere and nothing else.
     *
     * @param premiere keyrings open then; null for at once
     */
    public Publish publish(UUID publisherId, UUID bundleId, @Nullable Instant premiere) {
        return publishAs(publisherId, bundleId, Replan.premiere(premiere));
    }

    /**
     * Puts a sealed bundle on sale, a withdrawn one again; repeating it only changes its windows.
     * One whose teaser is still to come stays sealed until then.
     *
     * @param wish windows that are named; where none were planned and it names no premiere,
     *     keyrings open at once
     */
    public Publish publishAs(UUID publisherId, UUID bundleId, Replan wish) {
        Optional<Bundle> found = lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new Publish.NoSuchBundle(bundleId);
        }
        Bundle bundle = found.get();
        if (!bundle.status().isSealed()) {
            return new Publish.NotSealed(bundle.status());
        }
        Optional<Unsellable> unsellable = unsellable(bundleId);
        if (unsellable.isPresent()) {
            return new Publish.NotSellable(unsellable.get());
        }
        Replan named = bundle.isPlanned() ? wish : wish.orAtOnce();
        Windows windows = named.change(bundle.windows());
        Optional<String> refusal = refusal(bundle, windows);
        if (refusal.isPresent()) {
            return new Publish.Refused(refusal.get());
        }
        if (wish.isPlan()) {
            bundle.plan(windows);
        }
        torrents.lockUntil(bundleId, windows.preload());
        return Windows.hasCome(windows.teaser(), clock.instant())
                ? publish(bundle, windows)
                : new Publish.Waiting(bundle);
    }

    private Publish publish(Bundle bundle, Windows windows) {
        if (bundle.status() == Status.WITHDRAWN) {
            torrents.admit(torrent(bundle));
        }
        boolean news = bundle.status() != Status.PUBLISHED;
        boolean first = bundle.published() == null;
        bundle.publish(windows);
        release(bundle, first);
        new Lineage(em).earlier(bundle).forEach(offers::withdraw);
        if (news) {
            publications.fire(Publication.of(bundle));
        }
        return new Publish.Published(bundle);
    }

    private static Torrent torrent(Bundle b) {
        String v1 = Objects.requireNonNull(b.infohashV1(), "a sealed bundle has an infohash");
        String v2 = b.infohashV2();
        return new Torrent(
                b.id(), new Infohash(v1), v2 == null ? null : new Infohash(v2), b.slug());
    }

    /**
     * Takes a sealed or published bundle back: within a second of the commit neither tracker nor
     * web seed serve it, and nothing of it is sold. Keys that were sold stay good, and its files
     * stay on this server. Repeating it changes the reason.
     *
     * @param reason one line for strangers, 1 to {@link Withdrawal#LONGEST_REASON} characters
     * @throws Invalid for a reason that breaks the rule
     */
    public Withdraw withdraw(UUID publisherId, UUID bundleId, String reason) {
        String line = Withdrawal.reason(reason);
        Optional<Bundle> found = lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new Withdraw.NoSuchBundle(bundleId);
        }
        Bundle bundle = found.get();
        if (!bundle.status().isSealed()) {
            return new Withdraw.NotSealed(bundle.status());
        }
        bundle.withdraw(line);
        torrents.retire(bundleId, line);
        offers.withdraw(bundleId);
        LOG.log(Level.INFO, "Bundle {0} was withdrawn by its publisher: {1}", bundleId, line);
        return new Withdraw.Withdrawn(bundle);
    }

    /** Why these cannot be its windows; empty when they can. */
    private Optional<String> refusal(Bundle bundle, Windows windows) {
        List<BundleFile> files = files(bundle.id());
        Instant now = clock.instant();
        return timetable(bundle, files)
                .refusal(windows)
                .or(() -> new Inherited(em, now).refusal(bundle, files, windows));
    }

    private Timetable timetable(Bundle bundle, List<BundleFile> files) {
        return new Timetable(bundle, files, newest(bundle.id()).orElse(null), clock.instant());
    }

    /** Plans or changes the windows of a bundle in any state but withdrawn. */
    public Planned plan(UUID publisherId, UUID bundleId, Replan wish) {
        Optional<Bundle> found = lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new Planned.NoSuchBundle();
        }
        Bundle bundle = found.get();
        if (bundle.status() == Status.WITHDRAWN) {
            return new Planned.Withdrawn();
        }
        Windows windows = wish.change(bundle.windows());
        Optional<String> refusal = timetable(bundle, files(bundleId)).refusal(windows);
        if (refusal.isPresent()) {
            return new Planned.Refused(refusal.get());
        }
        bundle.plan(windows);
        if (bundle.status().isSealed()) {
            torrents.lockUntil(bundleId, windows.preload());
        }
        if (bundle.status() == Status.PUBLISHED) {
            release(bundle, false);
        }
        return new Planned.Done(bundle);
    }

    /** Lets the key of a file open with the extras, or with the premiere again. */
    public Planned markExtra(UUID publisherId, UUID bundleId, UUID fileId, boolean extra) {
        Optional<Bundle> found = lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new Planned.NoSuchBundle();
        }
        Bundle bundle = found.get();
        List<BundleFile> files = files(bundleId);
        Optional<BundleFile> file = files.stream().filter(f -> f.id().equals(fileId)).findFirst();
        if (file.isEmpty()) {
            return new Planned.NoSuchFile();
        }
        if (bundle.status() == Status.WITHDRAWN) {
            return new Planned.Withdrawn();
        }
        Optional<String> refusal =
                extra == file.get().extra()
                        ? Optional.empty()
                        : timetable(bundle, files).refusalOfMark(file.get(), extra);
        if (refusal.isPresent()) {
            return new Planned.Refused(refusal.get());
        }
        file.get().markExtra(extra);
        if (bundle.status() == Status.PUBLISHED) {
            release(bundle, false);
        }
        return new Planned.Done(bundle);
    }

    /** Sealed bundles whose teaser has come. */
    public List<UUID> teasersDue() {
        return em.createQuery(
                        "select b.id from Bundle b where b.status = :sealed and b.teaser <= :now",
                        UUID.class)
                .setParameter("sealed", Status.SEALED)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /**
     * Publishes a bundle whose teaser has come, as it was planned. The row is locked, so of several
     * servers one does; one that cannot be published tells its publisher why.
     *
     * @return whether this call published it
     */
    public boolean publishDue(UUID bundleId) {
        Bundle bundle = em.find(Bundle.class, bundleId, LockModeType.PESSIMISTIC_WRITE);
        if (bundle.status() != Status.SEALED
                || bundle.windows().teaser() == null
                || !Windows.hasCome(bundle.windows().teaser(), clock.instant())) {
            return false;
        }
        Optional<String> refusal =
                unsellable(bundleId)
                        .map(Unsellable::sentence)
                        .or(() -> refusal(bundle, bundle.windows()));
        refusal.ifPresentOrElse(bundle::missTeaser, () -> publish(bundle, bundle.windows()));
        return refusal.isEmpty();
    }

    /** The mark that a file of this name has in the version before, which it takes the place of. */
    public void inheritMark(BundleFile file) {
        Bundle bundle = em.find(Bundle.class, file.bundleId());
        if (bundle.versionOf() != null) {
            String key = BundleFile.key(file.name());
            files(bundle.versionOf()).stream()
                    .filter(f -> BundleFile.key(f.name()).equals(key) && file.access().isSold())
                    .findFirst()
                    .ifPresent(f -> file.markExtra(f.extra()));
        }
    }

    /**
     * What a published version has taken the place of is told, but not sold.
     *
     * @param first whether it is told for the first time, which is when buyers of earlier versions
     *     get what it adds
     */
    private void release(Bundle b, boolean first) {
        offers.release(new Releases(em, offers).of(b, files(b.id()), first));
        if (newest(b.id()).isPresent()) {
            offers.withdraw(b.id());
        }
    }

    /** All whose place a version takes, the latest first. */
    public List<Bundle> earlier(Bundle version) {
        return new Lineage(em)
                .earlier(version).stream().map(id -> em.find(Bundle.class, id)).toList();
    }

    /** The newest published version that has taken the place of a bundle. */
    public Optional<Bundle> newest(UUID bundleId) {
        return new Lineage(em).newest(bundleId);
    }

    boolean taken(String slug) {
        return em.createQuery("select count(b) from Bundle b where b.slug = :slug", Long.class)
                        .setParameter("slug", slug)
                        .getSingleResult()
                > 0;
    }
}
