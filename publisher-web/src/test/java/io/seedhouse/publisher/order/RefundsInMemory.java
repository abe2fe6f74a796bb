package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Refunds;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands in for the paygate: gives back at once, and the same key once. */
public final class RefundsInMemory implements Refunds {
    private final Map<UUID, Money> left = new HashMap<>();
    private final Map<String, Refund> answers = new HashMap<>();

    public void paid(UUID orderId, Money amount) {
        left.put(orderId, amount);
    }

    public Money left(UUID orderId) {
        return left.getOrDefault(orderId, new Money(0, "usd"));
    }

    @Override
    public Refund refund(UUID bundleId, UUID orderId, @Nullable Long amount, String key) {
        Refund before = answers.get(key);
        return before == null ? refundOnce(orderId, amount, key) : before;
    }

    private Refund refundOnce(UUID orderId, @Nullable Long amount, String key) {
        Money money = left.get(orderId);
        if (money == null) {
            return new Refund.Unknown();
        }
        if (money.amount() == 0) {
            return new Refund.NothingPaid();
        }
        long back = amount == null ? money.amount() : amount;
        if (back > money.amount()) {
            return new Refund.AboveWhatIsLeft(money);
        }
        Money rest = new Money(money.amount() - back, money.currency());
        left.put(orderId, rest);
        Refund done = new Refund.Accepted(new Money(back, money.currency()), rest);
        answers.put(key, done);
        return done;
    }
}
