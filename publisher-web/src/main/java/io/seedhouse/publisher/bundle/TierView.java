package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tier as the API shows it.
 *
 * @param price the least it costs, in the currency that is shown first
 * @param pricing how it is paid for, in full
 * @param tips whether a buyer may add to it
 */
public record TierView(
        String name, UUID offerId, Money price, Way pricing, boolean tips, List<String> files) {

    /** One of the three is there, as {@code PUT} takes it. */
    public record Way(
            @Nullable List<Money> prices,
            @Nullable List<Pricing.Range> payWhatYouWant,
            Pricing.@Nullable ForEmail forEmail) {
        static Way of(Pricing pricing) {
            return switch (pricing) {
                case Pricing.Fixed fixed -> new Way(fixed.prices(), null, null);
                case Pricing.PayWhatYouWant some -> new Way(null, some.ranges(), null);
                case Pricing.ForEmail forEmail -> new Way(null, null, forEmail);
            };
        }
    }

    static TierView of(Offer o) {
        return new TierView(
                o.tier(),
                o.id(),
                o.price(),
                Way.of(o.pricing()),
                o.tips(),
                o.files().stream().map(PaidFile::name).toList());
    }
}
