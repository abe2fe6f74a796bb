package io.seedhouse.publisher.code;

import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code as the API shows it.
 *
 * @param uses null for any number
 * @param used orders that are paid with it or could still be
 */
public record CodeView(
        String code,
        String batch,
        String recipient,
        Off discount,
        @Nullable Integer uses,
        int used,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String tier,
        Instant created,
        @Nullable Instant revoked) {

    /** All of the API's answer. */
    public record Items(List<CodeView> items) {
        static Items of(List<Code> codes) {
            return new Items(codes.stream().map(CodeView::of).toList());
        }
    }

    /** One of the three is there. */
    public record Off(@Nullable Integer percent, @Nullable Money amount, @Nullable Boolean full) {
        static Off of(Discount discount) {
            return switch (discount) {
                case Discount.Percent some -> new Off(some.percent(), null, null);
                case Discount.Amount some -> new Off(null, some.money(), null);
                case Discount.Full full -> new Off(null, null, true);
            };
        }
    }

    static CodeView of(Code c) {
        return new CodeView(
                c.code(),
                c.batch(),
                c.recipient(),
                Off.of(c.discount()),
                c.uses(),
                c.used(),
                c.from(),
                c.until(),
                c.tier(),
                c.created(),
                c.revoked());
    }
}
