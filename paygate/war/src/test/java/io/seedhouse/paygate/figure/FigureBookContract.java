package io.seedhouse.paygate.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Figures;
import io.seedhouse.paygate.api.Figures.Begun;
import io.seedhouse.paygate.api.Figures.Recent;
import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.paygate.api.Figures.Way;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.order.PaygateOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for sums of orders on every database. */
abstract class FigureBookContract {
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate END = FIRST.plusDays(Orderers.DAYS);

    private final TestDatabase database = database();

    abstract TestDatabase database();

    private record Group(UUID bundle, LocalDate day, String tier, String currency, Way way) {}

    /** However the orders come to be, the sums are those of a person who adds them one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addsUpWhatIsAddedOrderByOrder(long seed) {
        var orders = new Orderers(seed, FIRST).orders();
        store(orders);
        var bundles = Orderers.BUNDLES.subList(0, 2);
        assertEquals(
                reckoned(orders, bundles, FIRST.plusDays(3), END.minusDays(2)),
                byGroup(ask(f -> f.sums(bundles, FIRST.plusDays(3), END.minusDays(2)))));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void countsCheckoutsForMoneyWhateverBecameOfThem(long seed) {
        var orders = new Orderers(seed, FIRST).orders();
        store(orders);
        var expected = new HashMap<LocalDate, Long>();
        var bundle = Orderers.BUNDLES.getFirst();
        for (var order : orders) {
            if (order.bundleId().equals(bundle) && order.price().amount() > 0) {
                expected.merge(day(order.created()), 1L, Long::sum);
            }
        }
        var found = new HashMap<LocalDate, Long>();
        for (Begun begun : ask(f -> f.begun(List.of(bundle), FIRST.minusDays(1), END))) {
            found.put(begun.day(), begun.checkouts());
        }
        assertEquals(expected, found);
    }

    /** Else a day would begin when the server's or the database's zone says so. */
    @Test
    void hasDaysOfUtcInEveryZone() {
        var late = Orderers.paid(FIRST.atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
        var early = Orderers.paid(FIRST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        store(List.of(late, early));
        var before = TimeZone.getDefault();
        try {
            for (var zone : List.of("Pacific/Auckland", "America/Lima")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                var bundle = List.of(late.bundleId());
                assertEquals(
                        List.of(FIRST),
                        ask(f -> f.sums(bundle, FIRST, FIRST.plusDays(1))).stream()
                                .map(Sum::day)
                                .toList(),
                        zone);
                assertEquals(2, ask(f -> f.sums(bundle, FIRST, FIRST.plusDays(2))).size(), zone);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void tellsTheNewestFirstAndNoneOfOthers() {
        var orders = new Orderers(7, FIRST).orders();
        store(orders);
        var bundles = Orderers.BUNDLES.subList(0, 1);
        var expected =
                orders.stream()
                        .filter(o -> o.bundleId().equals(bundles.getFirst()))
                        .filter(o -> o.paidAt() != null && !o.owned())
                        .sorted(Comparator.comparing(PaygateOrder::paidAt).reversed())
                        .limit(10)
                        .map(PaygateOrder::id)
                        .toList();
        assertFalse(expected.isEmpty());
        assertEquals(
                expected, ask(f -> f.newest(bundles, 10)).stream().map(Recent::orderId).toList());
        assertFalse(ask(f -> f.newest(bundles, 10)).toString().contains("@"));
    }

    @Test
    void saysNothingOfNoBundlesAndRefusesTooMany() {
        assertTrue(ask(f -> f.sums(List.of(), FIRST, END)).isEmpty());
        assertTrue(ask(f -> f.begun(List.of(), FIRST, END)).isEmpty());
        assertTrue(ask(f -> f.newest(List.of(), 1)).isEmpty());
        var many = new ArrayList<UUID>();
        for (var n = 0; n <= Figures.MOST_BUNDLES; n++) {
            many.add(new UUID(0, n));
        }
        assertThrows(IllegalArgumentException.class, () -> ask(f -> f.sums(many, FIRST, END)));
        assertThrows(IllegalArgumentException.class, () -> ask(f -> f.newest(List.of(), 101)));
    }

    private static Map<Group, Sum> reckoned(
            List<PaygateOrder> orders, List<UUID> bundles, LocalDate from, LocalDate until) {
        var sums = new HashMap<Group, Sum>();
        for (var order : orders) {
            var paid = order.paidAt();
            if (paid == null || order.owned() || !bundles.contains(order.bundleId())) {
                continue;
            }
            var day = day(paid);
            if (!day.isBefore(from) && day.isBefore(until)) {
                sums.merge(group(order, day), single(order, day), FigureBookContract::plus);
            }
        }
        return sums;
    }

    private static Group group(PaygateOrder o, LocalDate day) {
        return new Group(o.bundleId(), day, o.tier(), o.price().currency(), way(o));
    }

    private static Way way(PaygateOrder order) {
        return switch (order.kind()) {
            case GIFT -> Way.GIFT;
            case REDEEMED -> Way.REDEEMED;
            case PURCHASE, UPGRADE -> {
                if (order.consent().isPresent()) {
                    yield Way.EMAIL;
                }
                yield order.price().amount() == 0 ? Way.FREE : Way.PAID;
            }
        };
    }

    private static Sum single(PaygateOrder o, LocalDate day) {
        var rest = o.price().amount() - o.refunded().amount();
        return new Sum(
                o.bundleId(),
                day,
                o.tier(),
                o.price().currency(),
                way(o),
                1,
                o.price().amount(),
                o.tip().amount(),
                o.refunded().amount(),
                o.status() == Status.DISPUTED ? rest : 0,
                o.refunded().amount() > 0 ? 1 : 0);
    }

    private static Sum plus(Sum a, Sum b) {
        return new Sum(
                a.bundleId(),
                a.day(),
                a.tier(),
                a.currency(),
                a.way(),
                a.orders() + b.orders(),
                a.gross() + b.gross(),
                a.tips() + b.tips(),
                a.refunded() + b.refunded(),
                a.disputed() + b.disputed(),
                a.refunds() + b.refunds());
    }

    private static Map<Group, Sum> byGroup(List<Sum> sums) {
        var found = new HashMap<Group, Sum>();
        for (var sum : sums) {
            var group = new Group(sum.bundleId(), sum.day(), sum.tier(), sum.currency(), sum.way());
            assertEquals(null, found.put(group, sum), "said twice");
        }
        return found;
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void store(List<PaygateOrder> orders) {
        database.inTransaction(db -> {
            orders.forEach(db::persist);
            return Duration.ZERO;
        });
    }

    private <T> T ask(Function<FigureBook, T> question) {
        return database.inTransaction(db -> question.apply(new FigureBook(db)));
    }
}
