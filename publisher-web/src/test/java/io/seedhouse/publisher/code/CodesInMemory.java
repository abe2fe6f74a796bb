package io.seedhouse.publisher.code;

import io.seedhouse.paygate.api.Codes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
final class CodesInMemory implements Codes {
    private final List<Code> codes = new ArrayList<>();

    @Override
    public Made make(UUID bundleId, List<NewCode> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).batch().isBlank()) {
                return new Made.Refused(i + 1, "The batch has no name.");
            }
        }
        List<Code> made = wanted.stream().map(CodesInMemory::code).toList();
        codes.addAll(made);
        return new Made.All(made);
    }

    static Code code(NewCode wanted) {
        return new Code(
                Objects.requireNonNullElseGet(wanted.code(), () -> UUID.randomUUID().toString()),
                wanted.batch(),
                wanted.recipient(),
                wanted.discount(),
                wanted.uses(),
                0,
                wanted.from(),
                wanted.until(),
                wanted.tier(),
                Instant.parse("2026-12-24T20:00:00Z"),
                null);
    }

    @Override
    public List<Code> ofBundle(UUID bundleId) {
        return List.copyOf(codes);
    }

    @Override
    public boolean revoke(UUID bundleId, String code) {
        return codes.removeIf(known -> known.code().equals(code));
    }
}
