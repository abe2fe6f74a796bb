package io.seedhouse.paygate.code;

import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link Code}. Nothing here changes it: uses and revocation are conditional
 * updates of single columns, which a whole row written back would undo.
 */
@Entity
@Table(name = "paygate_code")
class DiscountCode {
    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "code_key")
    private String codeKey;

    private String code;
    private String batch;
    private String recipient;
    @Embedded private DiscountLine discount;
    private @Nullable Integer uses;
    private int used;

    @Column(name = "valid_from")
    private @Nullable Instant from;

    @Column(name = "valid_until")
    private @Nullable Instant until;

    private @Nullable String tier;
    private Instant created;
    private int place;
    private @Nullable Instant revoked;

    protected DiscountCode() {}

    /**
     * @param place where it stands among those made at the same time
     */
    DiscountCode(UUID bundleId, CodeText text, NewCode made, Instant created, int place) {
        this.id = UUID.randomUUID();
        this.bundleId = bundleId;
        this.codeKey = text.key();
        this.code = text.shown();
        this.batch = made.batch().strip();
        this.recipient = made.recipient().strip();
        this.discount = DiscountLine.of(made.discount());
        this.uses = made.uses();
        this.from = stored(made.from());
        this.until = stored(made.until());
        this.tier = made.tier();
        this.created = created.truncatedTo(ChronoUnit.MICROS);
        this.place = place;
    }

    /** No finer than a database keeps it. */
    private static @Nullable Instant stored(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    boolean isRevoked() {
        return revoked != null;
    }

    boolean hasBegun(Instant now) {
        return from == null || !now.isBefore(from);
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    boolean isUsedUp() {
        return uses != null && used >= uses;
    }

    boolean isFor(String someTier) {
        return tier == null || tier.equals(someTier);
    }

    /** Empty where the price is in another currency. */
    Optional<Money> off(Money price) {
        return discount.off(price);
    }

    Code toCode() {
        return new Code(
                code,
                batch,
                recipient,
                discount.toDiscount(),
                uses,
                used,
                from,
                until,
                tier,
                created,
                revoked);
    }
}
