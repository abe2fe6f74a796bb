package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts.Gift;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Checkouts.Upgrade;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a buyer wants from the JSON of a request. */
final class Wanted {
    private Wanted() {}

    /**
     * @param email the buyer's; empty where only a price is asked for
     * @param key of the Idempotency-Key header
     * @throws Invalid for a field of the wrong kind
     */
    static Request read(UUID offerId, Body body, String email, @Nullable String key) {
        Long amount = body.optionalNumber("amount").orElse(null);
        return new Request(
                offerId,
                email,
                amount == null ? null : notNegative("amount", amount),
                body.optionalText("currency").map(c -> c.toLowerCase(Locale.ROOT)).orElse(null),
                notNegative("tip", body.optionalNumber("tip").orElse(0L)),
                body.optionalText("code").filter(c -> !c.isBlank()).orElse(null),
                body.optionalObject("gift").map(Wanted::gift).orElse(null),
                body.optionalObject("upgrade").map(Wanted::upgrade).orElse(null),
                body.flag("consent"),
                key);
    }

    private static Gift gift(Body gift) {
        return new Gift(
                gift.optionalText("email")
                        .map(String::strip)
                        .filter(e -> !e.isEmpty())
                        .orElse(null),
                gift.optionalText("words").orElse(""));
    }

    private static Upgrade upgrade(Body upgrade) {
        return new Upgrade(upgrade.id("orderId"), upgrade.text("orderToken"));
    }

    private static long notNegative(String field, long minorUnits) {
        if (minorUnits < 0) {
            throw new Invalid(field, say("order.wanted.negative", field, minorUnits));
        }
        return minorUnits;
    }
}
