package io.seedhouse.publisher.gift;

import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.publisher.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
public final class GiftsInMemory implements Gifts {
    private final Map<String, Present> waiting = new HashMap<>();

    /** Whether gifts are paid and not yet taken. */
    public boolean paid = true;

    public String add(String title, String words) {
        String token = Secret.random();
        waiting.put(token, new Present(UUID.randomUUID(), title, "The film", words));
        return token;
    }

    @Override
    public Optional<String> issueToken(UUID orderId) {
        return paid ? Optional.of(add("First light", "")) : Optional.empty();
    }

    @Override
    public Optional<String> issueToken(UUID orderId, String orderToken) {
        return issueToken(orderId);
    }

    @Override
    public Optional<Present> look(String giftToken) {
        return Optional.ofNullable(waiting.get(giftToken));
    }

    @Override
    public Redemption redeem(String giftToken, String email) {
        if (!waiting.containsKey(giftToken)) {
            return new Redemption.Gone();
        }
        if (!email.contains("@")) {
            return new Redemption.InvalidEmail();
        }
        waiting.remove(giftToken);
        return new Redemption.Redeemed(UUID.randomUUID(), Secret.random());
    }
}
