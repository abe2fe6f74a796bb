package io.seedhouse.paygate.api;

import java.util.List;

/** How a tier is paid for. */
public sealed interface Pricing {

    /** The least that is charged, once per currency; the first is shown to whoever named none. */
    List<Money> least();

    /**
     * One price in each currency. 0 is free, and then there is only one currency.
     *
     * @param prices at least one, each in another currency
     */
    record Fixed(List<Money> prices) implements Pricing {
        public Fixed {
            prices = List.copyOf(prices);
        }

        @Override
        public List<Money> least() {
            return prices;
        }
    }

    /** The buyer says how much, from a minimum on. */
    record PayWhatYouWant(List<Range> ranges) implements Pricing {
        public PayWhatYouWant {
            ranges = List.copyOf(ranges);
        }

        @Override
        public List<Money> least() {
            return ranges.stream().map(Range::minimum).toList();
        }
    }

    /**
     * Free for whoever proves an e-mail address and leaves it to the publisher.
     *
     * @param currency of tips
     * @param consent what the visitor agrees to, in the publisher's words; kept with each address
     */
    record ForEmail(String currency, String consent) implements Pricing {
        @Override
        public List<Money> least() {
            return List.of(new Money(0, currency));
        }
    }

    /**
     * @param minimum 0 lets a buyer take it for nothing
     * @param suggested in the same currency, not below the minimum
     */
    record Range(Money minimum, Money suggested) {}
}
