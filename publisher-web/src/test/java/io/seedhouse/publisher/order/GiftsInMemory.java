package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Gifts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stands in for the paygate: each gift can be redeemed once, by any of its tokens. */
public final class GiftsInMemory implements Gifts {
    private final Map<String, UUID> tokens = new HashMap<>();
    private final Map<UUID, Present> presents = new HashMap<>();

    public void add(UUID orderId, Present present) {
        presents.put(orderId, present);
    }

    @Override
    public Optional<String> issueToken(UUID orderId) {
        if (!presents.containsKey(orderId)) {
            return Optional.empty();
        }
        String token = "gift-" + UUID.randomUUID();
        tokens.put(token, orderId);
        return Optional.of(token);
    }

    @Override
    public Optional<String> issueToken(UUID orderId, String orderToken) {
        return orderToken.equals(OrdersInMemory.token(orderId))
                ? issueToken(orderId)
                : Optional.empty();
    }

    @Override
    public Optional<Present> look(String giftToken) {
        return Optional.ofNullable(tokens.get(giftToken)).map(presents::get);
    }

    @Override
    public Redemption redeem(String giftToken, String email) {
        if (!email.contains("@")) {
            return new Redemption.InvalidEmail();
        }
        UUID gift = tokens.get(giftToken);
        if (gift == null || presents.remove(gift) == null) {
            return new Redemption.Gone();
        }
        UUID order = UUID.randomUUID();
        return new Redemption.Redeemed(order, OrdersInMemory.token(order));
    }
}
