package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.code.Redeeming;
import io.seedhouse.paygate.offer.ChargeLimits;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/**
 * Reckons what a request comes to: the price, less what an upgrade has paid before, less what a
 * code takes off, plus the tip. What is left of the price below the smallest charge is waived.
 *
 * @param base the order an upgrade builds on
 */
record Billing(EntityManager db, Offer offer, Request request, Optional<Base> base, Instant now) {

    /** What an upgrade has paid before, tip and refunds left out. */
    record Base(Money paid) {}

    Bill reckon() {
        var currency = currency();
        var least = offer.price(currency);
        if (least.isEmpty()) {
            return refused(
                    new Refusal.CurrencyNotOffered(
                            currency,
                            offer.pricing().least().stream().map(Money::currency).toList()));
        }
        var due = less(least.get());
        var wrong =
                offer.pricing() instanceof Pricing.PayWhatYouWant
                        ? wrongOwnAmount(due)
                        : wrongAmount(due);
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        var amount = request.amount();
        return discounted(amount == null ? due : new Money(amount, currency));
    }

    private String currency() {
        var wanted = request.currency();
        return wanted == null
                ? base.map(found -> found.paid().currency()).orElse(offer.price().currency())
                : wanted.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private Money less(Money price) {
        var paid = base.map(found -> found.paid().amount()).orElse(0L);
        return new Money(Math.max(0, price.amount() - paid), price.currency());
    }

    private Optional<Refusal> wrongAmount(Money price) {
        var amount = request.amount();
        return amount == null || amount == price.amount()
                ? Optional.empty()
                : Optional.of(new Refusal.NotThePrice(price));
    }

    /** Nothing may be offered where the least is nothing, else what can be charged. */
    private Optional<Refusal> wrongOwnAmount(Money least) {
        var amount = request.amount();
        if (amount == null) {
            return Optional.of(new Refusal.AmountMissing(least));
        }
        if (amount == 0 && least.amount() == 0) {
            return Optional.empty();
        }
        var floor = Math.max(least.amount(), smallest(least.currency()));
        return amount < floor
                ? Optional.of(
                        new Refusal.BelowMinimum(
                                new Money(Math.max(0, amount), least.currency()),
                                new Money(floor, least.currency())))
                : aboveMaximum(amount, least.currency());
    }

    private Bill discounted(Money price) {
        var code = request.code();
        if (code == null || code.isBlank()) {
            return tipped(new Bill.Due(price, waived(price.amount(), price), 0, null));
        }
        return switch (Redeeming.look(db, offer.bundleId(), offer.tier(), code, price, now)) {
            case Redeeming.Answer.Refused(var why) -> refused(new Refusal.CodeRefused(why));
            case Redeeming.Answer.Off(var codeId, var off) -> {
                var rest = price.amount() - off.amount();
                yield tipped(new Bill.Due(price, off.amount() + waived(rest, price), 0, codeId));
            }
        };
    }

    /** What is left of a reduced price and too little to charge. */
    private static long waived(long rest, Money price) {
        return rest < smallest(price.currency()) ? rest : 0;
    }

    private Bill tipped(Bill.Due due) {
        var tip = request.tip();
        if (tip == 0) {
            return bounded(due);
        }
        if (!offer.tips()) {
            return refused(new Refusal.NoTips());
        }
        var least = smallest(due.price().currency());
        if (tip < 0 || due.rest().amount() + tip < least) {
            return refused(new Refusal.BelowMinimum(due.money(Math.max(0, tip)), due.money(least)));
        }
        return bounded(new Bill.Due(due.price(), due.discount(), tip, due.codeId()));
    }

    private Bill bounded(Bill.Due due) {
        return aboveMaximum(due.total().amount(), due.price().currency())
                .<Bill>map(Bill.Refused::new)
                .orElse(due);
    }

    private static Optional<Refusal> aboveMaximum(long amount, String currency) {
        var maximum = ChargeLimits.maximum(currency);
        return amount > maximum.amount()
                ? Optional.of(new Refusal.AboveMaximum(new Money(amount, currency), maximum))
                : Optional.empty();
    }

    private static long smallest(String currency) {
        return ChargeLimits.minimum(currency).map(Money::amount).orElse(0L);
    }

    private static Bill refused(Refusal why) {
        return new Bill.Refused(why);
    }
}
