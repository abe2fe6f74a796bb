package io.seedhouse.paygate.reconciliation;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.api.Refunds;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.checkout.Sellers;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Desks;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.gift.Givers;
import io.seedhouse.paygate.notice.Senders;
import io.seedhouse.paygate.offer.Books;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.sandbox.RunningSandbox;
import io.seedhouse.paygate.stripe.Hooks;
import io.seedhouse.paygate.stripe.Looks;
import io.seedhouse.paygate.stripe.StripeAccount;
import io.seedhouse.paygate.stripe.StripeEvents;
import io.seedhouse.paygate.stripe.StripePayments;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A whole paygate around one bundle, at a sandbox behind real HTTP. */
public final class Shop implements AutoCloseable {
    public static final String GOOD_CARD = "4242424242424242";
    public static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");
    public static final PaidFile EXTRAS = new PaidFile(UUID.randomUUID(), "extras.mp4");

    public final UUID bundle = UUID.randomUUID();
    public final TestDatabase database;
    public final TestClock clock = new TestClock();
    public final RunningSandbox stripe;
    public final Payments payments;
    public final Fulfilment fulfilment;
    public final Checkouts checkouts;
    public final Orders orders;
    public final KeyringGate gate;
    public final Notices notices;
    public final Gifts gifts;
    public final Refunds refunds;
    final Sweep sweep;
    final Announcements announcements;
    final NewVersions versions;
    public final BiFunction<String, String, Integer> webhook;

    public Shop(TestDatabase database) {
        this.database = database;
        this.stripe = new RunningSandbox(database, clock);
        this.payments = at(stripe.url());
        this.fulfilment = new Fulfilment(database, payments, clock);
        this.checkouts = Sellers.checkouts(database, payments, clock);
        this.orders = Desks.orders(database, fulfilment, clock);
        this.gate = Desks.gate(database, fulfilment, payments, clock);
        this.notices = Senders.notices(database, clock);
        this.gifts = Givers.gifts(database, clock);
        var repayment = new Repayment(database, payments, fulfilment, clock);
        this.refunds = new RefundDesk(database, repayment, clock);
        this.webhook = webhook(clock);
        var events = new StripeEvents(Optional.of(RunningSandbox.WEBHOOK_SECRET), clock);
        var looks = Looks.of(events, payments, fulfilment, database, clock);
        this.sweep = new Sweep(database, payments, fulfilment, repayment, looks, clock);
        this.announcements = new Announcements(database, clock, 2);
        this.versions = new NewVersions(database, clock);
        publish(null);
    }

    public static Payments at(String url) {
        return new StripePayments(
                new StripeAccount(Optional.of(url), RunningSandbox.API_KEY),
                "https://films.example");
    }

    /** Stripe's messages reach the shop from now on. */
    public Shop listening() {
        stripe.deliverTo(webhook);
        return this;
    }

    public void publish(@Nullable Instant premiere) {
        Books.with(
                database,
                book -> {
                    book.release(
                            new Release(
                                    bundle,
                                    "Night Train",
                                    "night-train",
                                    premiere,
                                    Set.of(FILM.id(), EXTRAS.id())));
                    return book;
                });
    }

    /** Publishes with what opens later than the premiere. */
    public void publish(@Nullable Instant premiere, Release.Extras extras) {
        release(
                new Release(
                        bundle,
                        "Night Train",
                        "night-train",
                        premiere,
                        Set.of(FILM.id(), EXTRAS.id()),
                        Map.of(),
                        extras,
                        Release.Additions.NONE));
    }

    public void release(Release release) {
        Books.with(
                database,
                book -> {
                    book.release(release);
                    return book;
                });
    }

    /** What a server does every ten seconds about premieres and extras. */
    public void announce() {
        announcements.make();
    }

    /** Publishes a later version of a bundle, which takes the old one off sale. */
    public void replace(
            UUID old, UUID anew, @Nullable Instant premiere, Map<UUID, PaidFile> files) {
        var ids = files.values().stream().map(PaidFile::id).collect(Collectors.toSet());
        Books.with(
                database,
                book -> {
                    book.release(
                            new Release(
                                    anew, "Night Train", "night-train-2", premiere, ids, files));
                    book.withdraw(old);
                    return book;
                });
    }

    public void withdraw() {
        Books.with(
                database,
                book -> {
                    book.withdraw(bundle);
                    return book;
                });
    }

    public UUID offer(String tier, Pricing pricing, boolean tips, PaidFile... files) {
        return Books.with(
                database,
                book ->
                        assertInstanceOf(
                                        PutOffer.Saved.class,
                                        book.put(bundle, tier, pricing, tips, List.of(files)))
                                .offer()
                                .id());
    }

    /** The film at a price in dollars. */
    public UUID film(long cents) {
        return offer("Film", new Pricing.Fixed(List.of(usd(cents))), false, FILM);
    }

    /** Film and extras at a price in dollars. */
    public UUID everything(long cents) {
        return offer("Everything", new Pricing.Fixed(List.of(usd(cents))), false, FILM, EXTRAS);
    }

    /** An offer of another bundle. */
    public UUID elsewhere(Money price, PaidFile... files) {
        var other = UUID.randomUUID();
        return Books.with(
                database,
                book -> {
                    var ids = Set.of(FILM.id(), EXTRAS.id());
                    book.release(new Release(other, "Day Train", "day-train", null, ids));
                    var pricing = new Pricing.Fixed(List.of(price));
                    return assertInstanceOf(
                                    PutOffer.Saved.class,
                                    book.put(other, "Everything", pricing, false, List.of(files)))
                            .offer()
                            .id();
                });
    }

    public static Money usd(long cents) {
        return new Money(cents, "usd");
    }

    /**
     * @param to whom it is for; null when its giver hands it over
     */
    public static Request gift(UUID offer, String email, @Nullable String to, String words) {
        var gift = new Checkouts.Gift(to, words);
        return new Request(offer, email, null, null, 0, null, gift, null, false, null);
    }

    /** A request that builds on an order. */
    public static Request upgrade(UUID offer, String email, Begin.Begun base) {
        var upgrade = new Checkouts.Upgrade(base.orderId(), base.orderToken());
        return new Request(offer, email, null, null, 0, null, null, upgrade, false, null);
    }

    public Begin.Begun begin(Request request) {
        return assertInstanceOf(Begin.Begun.class, checkouts.begin(request));
    }

    public Begin.Begun begin(UUID offer, String email) {
        return begin(Request.of(offer, email));
    }

    /** A paid order. */
    public Begin.Begun buy(UUID offer, String email) {
        return buy(Request.of(offer, email));
    }

    /** A paid order. */
    public Begin.Begun buy(Request request) {
        var order = begin(request);
        if (order.checkoutUrl() != null) {
            pay(order, GOOD_CARD);
            settle(order);
        }
        return order;
    }

    /** Takes a person longer than the pause between two questions to Stripe. */
    public String pay(Begin.Begun order, String card) {
        clock.advance(Duration.ofSeconds(2));
        return stripe.pay(Objects.requireNonNull(order.checkoutUrl()), card);
    }

    public static String session(Begin.Begun order) {
        var url = Objects.requireNonNull(order.checkoutUrl());
        return url.substring(url.lastIndexOf('/') + 1);
    }

    public Fulfilment.Outcome settle(Begin.Begun order) {
        try {
            return fulfilment.fulfil(session(order));
        } catch (io.seedhouse.paygate.payment.PaymentsUnavailable e) {
            throw new AssertionError(e);
        }
    }

    public Access keyring(Begin.Begun order) {
        return keyring(order.orderId(), order.orderToken());
    }

    public Access keyring(UUID orderId, String token) {
        return gate.open(orderId, new OrderToken(token));
    }

    /** The files a keyring would open now. */
    public List<PaidFile> opens(Begin.Begun order) {
        return keyring(order) instanceof Access.Open open ? open.files() : List.of();
    }

    public Orders.Status status(Begin.Begun order) {
        return seen(order).status();
    }

    public PublishersOrder seen(Begin.Begun order) {
        return orders.ofBundle(bundle).stream()
                .filter(found -> found.orderId().equals(order.orderId()))
                .findFirst()
                .orElseThrow();
    }

    /** Sends all mails that wait, and answers them. */
    public List<Notice> mails() {
        var mails = new ArrayList<Notice>();
        for (var next = notices.claim(); next.isPresent(); next = notices.claim()) {
            notices.sent(next.get().id());
            mails.add(next.get());
        }
        return mails;
    }

    /** The same, by kind. */
    public List<Notices.Kind> mailKinds() {
        return mails().stream().map(Notice::kind).toList();
    }

    /** The webhook of a server whose clock shows another time than Stripe's. */
    public BiFunction<String, String, Integer> webhook(Clock other) {
        var events = new StripeEvents(Optional.of(RunningSandbox.WEBHOOK_SECRET), other);
        return Hooks.hook(events, payments, fulfilment, database);
    }

    /** What a server does every ten seconds once a version is published. */
    public void openVersions() {
        versions.open();
    }

    /** One round of everything that looks for unfinished things. */
    public void reconcile() {
        sweep.withdrawn();
        sweep.refunds();
        announcements.make();
        versions.open();
        sweep.orders();
        sweep.events();
    }

    @Override
    public void close() {
        stripe.close();
    }
}
