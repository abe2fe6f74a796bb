package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts.Gift;
import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Refusal.UpgradeRefused.Reason;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.order.EmailAddress;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.order.Terms;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request held against what is on sale, inside the caller's transaction. */
sealed interface Sale {
    /** It can be sold like this. */
    record Agreed(Offer offer, Release release, Bill.Due bill, Terms terms) implements Sale {}

    record Refused(Refusal why) implements Sale {}

    /** Characters a giver may write. */
    int LONGEST_WORDS = 500;

    /** Controls that are no line breaks. */
    Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    /** Looks everything up; changes nothing. */
    static Sale of(EntityManager db, Request request, Instant now) {
        var offer = Catalogue.offer(db, request.offerId());
        var release = offer.flatMap(found -> onSale(db, found));
        if (offer.isEmpty() || release.isEmpty()) {
            return new Refused(new Refusal.NotOnSale(request.offerId()));
        }
        return offered(db, offer.get(), release.get(), request, now);
    }

    private static Optional<Release> onSale(EntityManager db, Offer offer) {
        return Catalogue.onSale(db, offer.bundleId())
                .filter(release -> release.files().containsAll(fileIds(offer.files())));
    }

    private static List<UUID> fileIds(List<PaidFile> files) {
        return files.stream().map(PaidFile::id).toList();
    }

    private static Sale offered(
            EntityManager db, Offer offer, Release release, Request request, Instant now) {
        var wrong = wrongGift(request.gift()).or(() -> wrongConsent(offer, request));
        if (wrong.isPresent()) {
            return new Refused(wrong.get());
        }
        var base = Optional.<Billing.Base>empty();
        var upgrade = request.upgrade();
        if (upgrade != null) {
            var order = OrderBook.find(db, upgrade.orderId(), new OrderToken(upgrade.orderToken()));
            var reason = refusal(db, offer, request, order);
            if (reason.isPresent()) {
                return new Refused(new Refusal.UpgradeRefused(reason.get()));
            }
            base = order.map(Sale::paid).map(Billing.Base::new);
        }
        return switch (new Billing(db, offer, request, base, now).reckon()) {
            case Bill.Refused(var why) -> new Refused(why);
            case Bill.Due due -> new Agreed(offer, release, due, terms(offer, request, due));
        };
    }

    private static Optional<Refusal> wrongGift(@Nullable Gift gift) {
        if (gift == null) {
            return Optional.empty();
        }
        var address = gift.email();
        if (address != null && EmailAddress.parse(address).isEmpty()) {
            return Optional.of(
                    new Refusal.InvalidGift(
                            "The address the gift goes to must look like name@example.org."));
        }
        var words = gift.words();
        return words.length() > LONGEST_WORDS || CONTROL.matcher(words).find()
                ? Optional.of(
                        new Refusal.InvalidGift(
                                "The words to a gift are plain text of at most %d characters."
                                        .formatted(LONGEST_WORDS)))
                : Optional.empty();
    }

    private static Optional<Refusal> wrongConsent(Offer offer, Request request) {
        return offer.pricing() instanceof Pricing.ForEmail && !request.consent()
                ? Optional.of(new Refusal.ConsentMissing())
                : Optional.empty();
    }

    private static Optional<Reason> refusal(
            EntityManager db, Offer offer, Request request, Optional<PaygateOrder> base) {
        if (base.isEmpty()) {
            return Optional.of(Reason.UNKNOWN);
        }
        var order = base.get();
        if (request.gift() != null || order.kind() == Kind.GIFT) {
            return Optional.of(Reason.GIFT);
        }
        if (order.status() != Status.PAID) {
            return Optional.of(Reason.NOT_PAID);
        }
        if (!order.bundleId().equals(offer.bundleId())) {
            return Optional.of(Reason.OTHER_BUNDLE);
        }
        var old = fileIds(order.files());
        var wanted = new HashSet<>(fileIds(offer.files()));
        if (!wanted.containsAll(old) || wanted.size() == new HashSet<>(old).size()) {
            return Optional.of(Reason.NOT_HIGHER);
        }
        var currency = request.currency();
        if (currency != null && !currency.equalsIgnoreCase(order.price().currency())) {
            return Optional.of(Reason.OTHER_CURRENCY);
        }
        return isUsed(db, order) ? Optional.of(Reason.USED) : Optional.empty();
    }

    /** An order counts for one upgrade; one that was never paid does not use it up. */
    private static boolean isUsed(EntityManager db, PaygateOrder order) {
        return OrderBook.children(db, order.id()).stream()
                .anyMatch(child -> child.status() != Status.EXPIRED);
    }

    /** What an order paid for its files. */
    private static Money paid(PaygateOrder order) {
        var amount = order.price().amount() - order.tip().amount() - order.refunded().amount();
        return new Money(Math.max(0, amount), order.price().currency());
    }

    private static Terms terms(Offer offer, Request request, Bill.Due due) {
        var gift = request.gift();
        var upgrade = request.upgrade();
        var kind = gift != null ? Kind.GIFT : upgrade != null ? Kind.UPGRADE : Kind.PURCHASE;
        return new Terms(
                kind,
                upgrade == null ? null : upgrade.orderId(),
                due.total(),
                due.tip(),
                due.discount(),
                due.codeId(),
                gift == null || gift.email() == null ? null : gift.email().strip(),
                gift == null ? null : gift.words().strip(),
                offer.pricing() instanceof Pricing.ForEmail forEmail ? forEmail.consent() : null);
    }
}
