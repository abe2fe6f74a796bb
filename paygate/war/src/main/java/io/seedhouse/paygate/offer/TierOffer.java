package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored form of an {@link Offer}; its id outlives every change of price and files. */
@Entity
@Table(name = "paygate_offer")
class TierOffer {
    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String tier;

    @Enumerated(EnumType.STRING)
    private Model model;

    private boolean tips;
    private @Nullable String consent;
    private boolean removed;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "paygate_offer_price", joinColumns = @JoinColumn(name = "offer_id"))
    @OrderColumn(name = "position")
    private List<PriceLine> prices = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "paygate_offer_file", joinColumns = @JoinColumn(name = "offer_id"))
    @OrderColumn(name = "position")
    private List<FileLine> files = new ArrayList<>();

    protected TierOffer() {}

    TierOffer(UUID bundleId, String tier) {
        this.id = UUID.randomUUID();
        this.bundleId = bundleId;
        this.tier = tier;
        this.model = Model.FIXED;
    }

    /** Also brings back a tier that was removed. */
    void sell(Pricing pricing, boolean withTips, List<PaidFile> paidFiles) {
        model = Model.of(pricing);
        consent = Model.consent(pricing);
        tips = withTips;
        removed = false;
        prices.clear();
        prices.addAll(Model.lines(pricing));
        files.clear();
        paidFiles.forEach(file -> files.add(FileLine.of(file)));
    }

    void remove() {
        removed = true;
    }

    boolean isRemoved() {
        return removed;
    }

    Offer toOffer() {
        return new Offer(
                id,
                bundleId,
                tier,
                model.toPricing(prices, consent),
                tips,
                files.stream().map(FileLine::toPaidFile).toList());
    }
}
