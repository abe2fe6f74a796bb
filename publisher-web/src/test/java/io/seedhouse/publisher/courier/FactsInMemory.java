package io.seedhouse.publisher.courier;

import io.seedhouse.paygate.api.Facts;
import io.seedhouse.paygate.api.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
final class FactsInMemory implements Facts {
    private final List<Fact> all = new ArrayList<>();

    UUID happened(UUID bundleId, String what, Instant at) {
        UUID id = UUID.randomUUID();
        all.add(
                new Fact(
                        id,
                        bundleId,
                        UUID.randomUUID(),
                        what,
                        "The film",
                        new Money(600, "usd"),
                        at));
        return id;
    }

    @Override
    public List<Fact> pending(int limit) {
        return all.stream().limit(limit).toList();
    }

    @Override
    public void take(List<UUID> factIds) {
        all.removeIf(fact -> factIds.contains(fact.id()));
    }
}
