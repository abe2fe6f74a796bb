package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.page.Words;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Codes as a request in JSON asks for them: all alike but for text and recipient. */
final class CodesBody {
    private CodesBody() {}

    /**
     * @throws Invalid for a field that breaks the rules
     */
    static List<NewCode> read(Body body) {
        NewCode one =
                new NewCode(
                        null,
                        body.text("batch"),
                        "",
                        discount(body.object("discount")),
                        uses(body),
                        body.time("from").orElse(null),
                        body.time("until").orElse(null),
                        body.optionalText("tier").orElse(null));
        return switch (only(body, "count", "recipients", "codes")) {
            case "recipients" ->
                    body.texts("recipients").stream().map(r -> with(one, null, r)).toList();
            case "codes" -> body.texts("codes").stream().map(c -> with(one, c, "")).toList();
            case "count" -> Collections.nCopies(count(body), one);
            default -> List.of(one);
        };
    }

    static NewCode with(NewCode like, @Nullable String code, String recipient) {
        return new NewCode(
                code,
                like.batch(),
                recipient,
                like.discount(),
                like.uses(),
                like.from(),
                like.until(),
                like.tier());
    }

    /** The one field of these that is there; empty without one. */
    private static String only(Body body, String... fields) {
        List<String> there = Stream.of(fields).filter(body::has).toList();
        if (there.size() > 1) {
            throw new Invalid(there.get(1), say("publisher.fields.exclude", Words.list(there)));
        }
        return there.isEmpty() ? "" : there.getFirst();
    }

    private static Discount discount(Body discount) {
        return switch (only(discount, "percent", "amount", "full")) {
            case "percent" -> new Discount.Percent(bounded(discount.number("percent")));
            case "amount" -> {
                Body money = discount.object("amount");
                yield new Discount.Amount(amount(money.number("amount"), money.text("currency")));
            }
            case "full" -> full(discount.flag("full"));
            default -> throw new Invalid("discount", say("code.body.discount"));
        };
    }

    private static Discount full(boolean full) {
        if (!full) {
            throw new Invalid("discount", say("code.body.full"));
        }
        return new Discount.Full();
    }

    private static Money amount(long amount, String currency) {
        if (amount < 0) {
            throw new Invalid("discount", say("code.body.amount"));
        }
        return new Money(amount, currency);
    }

    private static int count(Body body) {
        long count = body.number("count");
        if (count < 1 || count > Codes.MOST_AT_ONCE) {
            throw new Invalid("count", say("code.body.count", Codes.MOST_AT_ONCE));
        }
        return (int) count;
    }

    private static @Nullable Integer uses(Body body) {
        return body.optionalNumber("uses").map(CodesBody::bounded).orElse(null);
    }

    /** What is beyond any bound stays beyond it. */
    private static int bounded(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
