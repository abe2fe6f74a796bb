package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stands in for the paygate: every order opens to the token {@code token-of-} and its id. */
public final class OrdersInMemory implements Orders {
    public final Map<UUID, BuyersOrder> bought = new HashMap<>();
    public final Map<UUID, Evidence> evidence = new HashMap<>();
    public final List<String> corrected = new ArrayList<>();

    public static String token(UUID orderId) {
        return "token-of-" + orderId;
    }

    /** An order to find; answers its id. */
    public UUID add(BuyersOrder order) {
        bought.put(order.orderId(), order);
        return order.orderId();
    }

    @Override
    public Optional<BuyersOrder> find(UUID orderId, String orderToken) {
        return orderToken.equals(token(orderId))
                ? Optional.ofNullable(bought.get(orderId))
                : Optional.empty();
    }

    @Override
    public Correction correct(UUID orderId, String orderToken, String email) {
        if (find(orderId, orderToken).isEmpty()) {
            return new Correction.Unknown();
        }
        if (!email.contains("@")) {
            return new Correction.InvalidEmail();
        }
        corrected.add(email);
        return new Correction.Corrected();
    }

    @Override
    public List<BuyersOrder> ofAddress(String email) {
        return bought.values().stream().filter(o -> o.email().equals(email)).toList();
    }

    @Override
    public Optional<String> issueToken(UUID orderId, String email) {
        return Optional.ofNullable(bought.get(orderId))
                .filter(o -> o.email().equals(email))
                .map(o -> token(orderId));
    }

    @Override
    public int confirm(String email) {
        return 0;
    }

    @Override
    public void requestLibrary(String email) {}

    @Override
    public List<PublishersOrder> ofBundle(UUID bundleId) {
        return evidence.values().stream().map(Evidence::order).toList();
    }

    @Override
    public Optional<Evidence> evidence(UUID bundleId, UUID orderId) {
        return Optional.ofNullable(evidence.get(orderId));
    }
}
