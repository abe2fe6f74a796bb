package io.seedhouse.paygate.figure;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.order.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders of every sort, the same ones for the same seed. */
final class Orderers {
    static final List<UUID> BUNDLES = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    static final int DAYS = 12;

    private static final List<String> CURRENCIES = List.of("usd", "eur", "jpy");
    private static final List<String> TIERS = List.of("Film", "Film and extras");

    private final Random random;
    private final LocalDate first;

    Orderers(long seed, LocalDate first) {
        this.random = new Random(seed);
        this.first = first;
    }

    List<PaygateOrder> orders() {
        return Stream.generate(this::order).limit(400).toList();
    }

    static PaygateOrder paid(Instant at) {
        var money = new Money(500, "usd");
        var order = order(BUNDLES.getFirst(), "Film", Terms.plain(money), at);
        order.pay(at);
        return order;
    }

    private PaygateOrder order() {
        var terms = terms();
        var begun =
                first.atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .plusSeconds(random.nextInt(DAYS * 86_400));
        var order = order(any(BUNDLES), any(TIERS), terms, begun);
        if (random.nextInt(4) > 0) {
            order.pay(begun.plusSeconds(random.nextInt(90_000)));
            turn(order);
        }
        return order;
    }

    private void turn(PaygateOrder order) {
        var amount = order.price().amount();
        switch (random.nextInt(6)) {
            case 0 -> order.reverse(Status.REFUNDED, amount, null);
            case 1 -> order.reverse(Status.PAID, amount / 3, null);
            case 2 -> order.reverse(Status.DISPUTED, amount / 4, "lost");
            case 3 -> order.markOwned();
            default -> {
                // stays as it is
            }
        }
    }

    private Terms terms() {
        var kind = any(List.of(Kind.values()));
        var email = kind == Kind.PURCHASE && random.nextInt(3) == 0;
        var free = email || kind == Kind.REDEEMED || random.nextInt(4) == 0;
        var tip = free ? 0 : random.nextInt(3) * 100;
        var total = free ? 0 : 300 + random.nextInt(2000) + tip;
        return new Terms(
                kind,
                null,
                new Money(total, any(CURRENCIES)),
                tip,
                0,
                null,
                null,
                null,
                email ? "Write to me." : null);
    }

    private static PaygateOrder order(UUID bundle, String tier, Terms terms, Instant begun) {
        var offer =
                new Offer(
                        UUID.randomUUID(),
                        bundle,
                        tier,
                        new Pricing.Fixed(List.of(terms.total())),
                        false,
                        List.of());
        return new PaygateOrder(offer, terms, "Tide", UUID.randomUUID() + "@example.com", begun);
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
