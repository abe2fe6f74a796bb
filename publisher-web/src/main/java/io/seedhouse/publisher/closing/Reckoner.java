package io.seedhouse.publisher.closing;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.token.Tokens;
import io.seedhouse.publisher.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Reckons what closing would do, one bundle's orders at a time. */
@ApplicationScoped
public class Reckoner {
    @Inject Bundles bundles;
    @Inject Orders orders;
    @Inject Contacts contacts;
    @Inject Webhooks webhooks;
    @Inject Tokens tokens;

    public Reckoning reckon(UUID publisherId) {
        List<Bundle> all = bundles.ofPublisher(publisherId);
        Set<String> buyers = new HashSet<>();
        long paid = 0;
        long pending = 0;
        long left = 0;
        for (Bundle bundle : all) {
            List<PublishersOrder> sold = orders.ofBundle(bundle.id());
            paid += count(sold, Reckoner::isPaid);
            pending += count(sold, o -> o.status() == Orders.Status.PENDING);
            left += contacts.ofBundle(bundle.id()).size();
            sold.stream()
                    .filter(Reckoner::isPaid)
                    .forEach(o -> buyers.add(o.email().toLowerCase(Locale.ROOT)));
        }
        return new Reckoning(
                (int) all.stream().filter(b -> b.status().isSealed()).count(),
                (int) all.stream().filter(b -> b.status() == Status.DRAFT).count(),
                sealing(all),
                paid,
                buyers.size(),
                pending,
                left,
                webhooks.ofPublisher(publisherId).size(),
                tokens.ofPublisher(publisherId, Instant.now()).size());
    }

    static List<String> sealing(List<Bundle> all) {
        return all.stream().filter(b -> b.status() == Status.SEALING).map(Bundle::title).toList();
    }

    private static long count(List<PublishersOrder> orders, Predicate<PublishersOrder> which) {
        return orders.stream().filter(which).count();
    }

    private static boolean isPaid(PublishersOrder order) {
        return order.status() == Orders.Status.PAID;
    }
}
