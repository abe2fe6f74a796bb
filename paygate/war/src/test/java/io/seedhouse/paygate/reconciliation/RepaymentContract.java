package io.seedhouse.paygate.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.Refunds.Refund;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.payment.Payments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class RepaymentContract {
    private final Shop shop = new Shop(database()).listening();
    private final AtomicInteger asked = new AtomicInteger();

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        shop.close();
    }

    /** The second press comes while Stripe still thinks about the first. */
    @Test
    void givesAPartBackOnceHoweverOftenTheButtonIsPressedAtOnce() {
        Begin.Begun order = shop.buy(shop.film(500), "ann@example.com");
        AtomicReference<Runnable> secondPress = new AtomicReference<>(() -> {});
        Payments payments = interrupted(() -> Objects.requireNonNull(secondPress.get()).run());
        var repayment = new Repayment(shop.database, payments, shop.fulfilment, shop.clock);
        RefundDesk desk = new RefundDesk(shop.database, repayment, shop.clock);
        secondPress.set(() -> press(desk, order));
        Refund answer = press(desk, order);
        assertEquals(Refund.Accepted.class, answer.getClass());
        assertEquals(1, asked.get());
        assertEquals(200, shop.seen(order).refunded().amount());
        assertEquals(Status.PAID, shop.status(order));
    }

    private Refund press(RefundDesk desk, Begin.Begun order) {
        return desk.refund(shop.bundle, order.orderId(), 200L, "the same page");
    }

    /** Stripe, but something happens while it is asked for a refund the first time. */
    private Payments interrupted(Runnable meanwhile) {
        return (Payments)
                Proxy.newProxyInstance(
                        Payments.class.getClassLoader(),
                        new Class<?>[] {Payments.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("refund")
                                    && arguments[2] instanceof UUID
                                    && asked.incrementAndGet() == 1) {
                                meanwhile.run();
                            }
                            try {
                                return method.invoke(shop.payments, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
