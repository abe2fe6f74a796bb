package io.seedhouse.publisher.library;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
public final class OrdersInMemory implements Orders {
    final List<BuyersOrder> orders = new ArrayList<>();
    final List<String> confirmed = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    BuyersOrder add(String email, Kind kind, Status status, @Nullable Instant premiere) {
        UUID id = UUID.randomUUID();
        var order =
                new BuyersOrder(
                        id,
                        UUID.randomUUID(),
                        kind,
                        "First light",
                        "The film",
                        email,
                        new Money(300, "usd"),
                        new Money(0, "usd"),
                        status,
                        false,
                        false,
                        false,
                        Instant.parse("2027-01-01T20:00:00Z"),
                        premiere,
                        List.of(new PaidFile(UUID.randomUUID(), "film.mp4")),
                        "http://localhost:8080/paygate/v1/orders/" + id + "/keyring");
        orders.add(order);
        return order;
    }

    @Override
    public Optional<BuyersOrder> find(UUID orderId, String orderToken) {
        return Optional.empty();
    }

    @Override
    public Correction correct(UUID orderId, String orderToken, String email) {
        return new Correction.Unknown();
    }

    @Override
    public List<BuyersOrder> ofAddress(String email) {
        return orders.stream().filter(o -> o.email().equals(email)).toList();
    }

    @Override
    public Optional<String> issueToken(UUID orderId, String email) {
        return ofAddress(email).stream()
                .filter(o -> o.orderId().equals(orderId))
                .findFirst()
                .map(o -> Secret.random());
    }

    @Override
    public int confirm(String email) {
        confirmed.add(email);
        return 0;
    }

    @Override
    public void requestLibrary(String email) {
        asked.add(email);
    }

    @Override
    public List<PublishersOrder> ofBundle(UUID bundleId) {
        return List.of();
    }

    @Override
    public Optional<Evidence> evidence(UUID bundleId, UUID orderId) {
        return Optional.empty();
    }
}
