package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Home;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Consumer;

/** The beans of this package, put together by hand. */
public final class TestBundles {
    private TestBundles() {}

    public static Bundles over(EntityManager em) {
        return over(em, new OffersInMemory());
    }

    public static Bundles over(EntityManager em, OffersInMemory offers) {
        return over(em, offers, new Meter());
    }

    public static Bundles over(EntityManager em, OffersInMemory offers, Meter meter) {
        return over(em, offers, new TorrentsInMemory(), meter);
    }

    static Bundles over(
            EntityManager em, OffersInMemory offers, TorrentsInMemory torrents, Meter meter) {
        return over(em, offers, torrents, meter, new PublicationsInMemory());
    }

    static Bundles over(
            EntityManager em,
            OffersInMemory offers,
            TorrentsInMemory torrents,
            Meter meter,
            PublicationsInMemory publications) {
        Bundles bundles = new Bundles();
        bundles.em = em;
        bundles.offers = offers;
        bundles.torrents = torrents;
        bundles.meter = meter;
        bundles.publications = publications;
        bundles.removals = new EventsInMemory<>(removal -> {});
        return bundles;
    }

    /** Over a tracker and a paygate of the test's own, telling of drafts that go. */
    public static Bundles over(
            EntityManager em,
            OffersInMemory offers,
            TorrentsInMemory torrents,
            Consumer<Removal> observer) {
        Bundles bundles = over(em, offers, torrents, new Meter());
        bundles.removals = new EventsInMemory<>(observer);
        return bundles;
    }

    public static Versions versions(EntityManager em, OffersInMemory offers) {
        Versions versions = new Versions();
        versions.em = em;
        versions.bundles = over(em, offers);
        versions.offers = offers;
        return versions;
    }

    public static Staging staging(Home home) {
        Staging staging = new Staging();
        staging.home = home;
        return staging;
    }

    /** A draft with this title. */
    public static Bundle draft(EntityManager em, UUID publisherId, String title) {
        return over(em).create(publisherId, new Texts(title, "", Category.FILM));
    }

    /** A published one without files. */
    public static Bundle published(EntityManager em, UUID publisherId, String title) {
        Bundle bundle = draft(em, publisherId, title);
        bundle.startSealing(Format.V1);
        bundle.seal("a".repeat(40), null, "magnet:?xt=urn:btih:" + "a".repeat(40));
        over(em).publish(publisherId, bundle.id(), null);
        return bundle;
    }
}
