package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.named;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.page.TimeField;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes codes, as typed.
 *
 * @param key makes the codes once, however often the form is sent
 * @param kind {@code percent}, {@code amount} or {@code full}
 * @param code one of the publisher's own words; blank for random ones
 * @param recipients one to a line
 */
record CodeForm(
        String key,
        String batch,
        String kind,
        String percent,
        String amount,
        String currency,
        String count,
        String code,
        String recipients,
        String uses,
        String from,
        String until,
        String tier) {

    /** Press copies, the commonest: a free one for each. */
    static CodeForm blank() {
        return new CodeForm(
                UUID.randomUUID().toString(),
                "",
                "full",
                "",
                "",
                "usd",
                "1",
                "",
                "",
                "1",
                "",
                "",
                "");
    }

    static CodeForm of(MultivaluedMap<String, String> form) {
        return new CodeForm(
                one(form, "key"),
                one(form, "batch"),
                one(form, "kind"),
                one(form, "percent"),
                one(form, "amount"),
                one(form, "currency"),
                one(form, "count"),
                one(form, "code"),
                one(form, "recipients"),
                one(form, "uses"),
                one(form, "from"),
                one(form, "until"),
                one(form, "tier"));
    }

    private static String one(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /**
     * @throws Invalid when it cannot be read
     */
    List<NewCode> codes() {
        NewCode like =
                new NewCode(
                        code.isEmpty() ? null : code,
                        batch,
                        "",
                        discount(),
                        uses.isEmpty() ? null : whole("uses", uses),
                        TimeField.parse(say("code.form.beginning"), from),
                        TimeField.parse(say("code.form.end"), until),
                        tier.isEmpty() ? null : tier);
        List<String> people =
                recipients.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!code.isEmpty()) {
            return List.of(CodesBody.with(like, code, only(people)));
        }
        return people.isEmpty()
                ? Collections.nCopies(howMany(), like)
                : people.stream().map(person -> CodesBody.with(like, null, person)).toList();
    }

    private static String only(List<String> people) {
        if (people.size() > 1) {
            throw new Invalid("code", say("code.form.one-code", people.size()));
        }
        return people.isEmpty() ? "" : people.getFirst();
    }

    private Discount discount() {
        return switch (kind) {
            case "percent" -> new Discount.Percent(whole("percentage", percent));
            case "amount" -> new Discount.Amount(Prices.parse(amount, currency));
            case "full" -> new Discount.Full();
            default -> throw new Invalid("kind", say("code.form.kind"));
        };
    }

    private int howMany() {
        int wanted = count.isEmpty() ? 1 : whole("number of codes", count);
        if (wanted < 1 || wanted > Codes.MOST_AT_ONCE) {
            throw new Invalid("count", say("code.form.count", Codes.MOST_AT_ONCE));
        }
        return wanted;
    }

    private static int whole(String what, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Invalid(what, say("code.form.whole", named("code.number", what)));
        }
    }

    boolean isKind(String some) {
        return kind.equals(some);
    }

    boolean isFor(@Nullable String some) {
        return tier.equals(some);
    }
}
