package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Discount codes of a bundle: sales, press copies, screeners. */
public interface Codes {
    /** Codes that one bundle may have. */
    int MOST = 100_000;

    /** Codes that one call may make. */
    int MOST_AT_ONCE = 10_000;

    /** Makes codes, all or none. */
    Made make(UUID bundleId, List<NewCode> codes);

    /** The codes of a bundle, newest batch first, in the order they were made. */
    List<Code> ofBundle(UUID bundleId);

    /** No checkout begun from now on can use it; false where there is none. */
    boolean revoke(UUID bundleId, String code);

    /** What a code takes off. */
    sealed interface Discount {
        /**
         * @param percent 1 to 100
         */
        record Percent(int percent) implements Discount {}

        /** At most the price. */
        record Amount(Money money) implements Discount {}

        /** Everything but the tip. */
        record Full() implements Discount {}
    }

    /**
     * @param code as buyers type it, or null for a random one; case and blanks do not matter
     * @param batch what it was made for, such as {@code Press}
     * @param recipient whom it was given to, so that a leak can be traced; may be empty
     * @param uses how many orders may use it; null for any number
     * @param tier the only tier it is for; null for all
     */
    record NewCode(
            @Nullable String code,
            String batch,
            String recipient,
            Discount discount,
            @Nullable Integer uses,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String tier) {}

    /**
     * @param used orders that are paid with it or could still be
     */
    record Code(
            String code,
            String batch,
            String recipient,
            Discount discount,
            @Nullable Integer uses,
            int used,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String tier,
            Instant created,
            @Nullable Instant revoked) {}

    /** What became of {@link #make}. */
    sealed interface Made {
        record All(List<Code> codes) implements Made {
            public All {
                codes = List.copyOf(codes);
            }
        }

        /**
         * @param line which of the list is at fault, from 1
         * @param sentence what is wrong with it
         */
        record Refused(int line, String sentence) implements Made {}
    }
}
