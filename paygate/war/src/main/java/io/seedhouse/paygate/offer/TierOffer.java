package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The stored form of an {@link Offer}; its id outlives every change of price and files. */
@Entity
@Table(name = "paygate_offer")
class TierOffer {
    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String tier;
    private long amount;
    private String currency;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "paygate_offer_file", joinColumns = @JoinColumn(name = "offer_id"))
    @OrderColumn(name = "position")
    private List<FileLine> files = new ArrayList<>();

    protected TierOffer() {}

    TierOffer(UUID bundleId, String tier) {
        this.id = UUID.randomUUID();
        this.bundleId = bundleId;
        this.tier = tier;
    }

    void sell(Money price, List<PaidFile> paidFiles) {
        amount = price.amount();
        currency = price.currency();
        files.clear();
        paidFiles.forEach(file -> files.add(FileLine.of(file)));
    }

    Offer toOffer() {
        return new Offer(
                id,
                bundleId,
                tier,
                new Money(amount, currency),
                files.stream().map(FileLine::toPaidFile).toList());
    }
}
