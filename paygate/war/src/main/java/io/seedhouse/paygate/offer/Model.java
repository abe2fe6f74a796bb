package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Pricing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to pay for a tier, as a column of its row. */
enum Model {
    FIXED,
    PAY_WHAT_YOU_WANT,
    FOR_EMAIL;

    static Model of(Pricing pricing) {
        return switch (pricing) {
            case Pricing.Fixed _ -> FIXED;
            case Pricing.PayWhatYouWant _ -> PAY_WHAT_YOU_WANT;
            case Pricing.ForEmail _ -> FOR_EMAIL;
        };
    }

    /** What {@link #toPricing} needs, in the order the currencies are shown. */
    static List<PriceLine> lines(Pricing pricing) {
        return switch (pricing) {
            case Pricing.PayWhatYouWant some -> some.ranges().stream().map(PriceLine::of).toList();
            case Pricing.Fixed _, Pricing.ForEmail _ ->
                    pricing.least().stream().map(PriceLine::of).toList();
        };
    }

    /** The words to agree to; null where there are none. */
    static @Nullable String consent(Pricing pricing) {
        return pricing instanceof Pricing.ForEmail forEmail ? forEmail.consent() : null;
    }

    Pricing toPricing(List<PriceLine> lines, @Nullable String consent) {
        return switch (this) {
            case FIXED -> new Pricing.Fixed(lines.stream().map(PriceLine::price).toList());
            case PAY_WHAT_YOU_WANT ->
                    new Pricing.PayWhatYouWant(lines.stream().map(PriceLine::range).toList());
            case FOR_EMAIL ->
                    new Pricing.ForEmail(
                            lines.getFirst().currency(), consent == null ? "" : consent);
        };
    }
}
